package io.github.edgewatt.nodeforecast.dfaas;

import io.github.edgewatt.forecaster.model.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which figure is answered: upstream's {@code MODELS_TYPE}. */
public enum ModelsType {
  /** The forecast itself. */
  REGRESSION,
  /** The 5 % bound. */
  QUANTILE005,
  /** The 95 % bound. */
  QUANTILE095;

  double of(Interval interval) {
    return switch (this) {
      case REGRESSION -> interval.value();
      case QUANTILE005 -> interval.low();
      case QUANTILE095 -> interval.high();
    };
  }

  /**
   * The type called {@code name}, in any case.
   *
   * @throws IllegalArgumentException one line where there is none
   */
  public static ModelsType named(String name) {
    Optional<ModelsType> found =
        List.of(values()).stream()
            .filter(type -> type.name().equalsIgnoreCase(name.strip()))
            .findFirst();
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "models type '"
                    + name.strip().toLowerCase(Locale.ROOT)
                    + "': regression, quantile005 or quantile095"));
  }
}
