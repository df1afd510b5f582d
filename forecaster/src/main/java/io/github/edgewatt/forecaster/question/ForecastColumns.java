package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A forecast as the cells that follow a configuration's own; {@code nan} where not known. */
final class ForecastColumns {
  /** The columns, in the targets' units: CPU in percent of one core, bytes, watts. */
  static final List<String> NAMES = names();

  private static final String ABSENT = "nan";

  private ForecastColumns() {}

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Target target : Target.values()) {
      String name = target.text().replace('-', '_');
      names.addAll(List.of(name, name + "_low", name + "_high"));
    }
    names.addAll(List.of("overload", "extrapolated", "novel"));
    return List.copyOf(names);
  }

  /** The cells under {@link #NAMES}, comma-separated. */
  static String cells(Forecast forecast) {
    List<String> cells = new ArrayList<>(NAMES.size());
    for (Target target : Target.values()) {
      Interval figure = forecast.node().get(target);
      int decimals = target == Target.RAM ? 0 : 3;
      cells.add(figure == null ? ABSENT : cell(figure.value(), decimals));
      cells.add(figure == null ? ABSENT : cell(figure.low(), decimals));
      cells.add(figure == null ? ABSENT : cell(figure.high(), decimals));
    }
    cells.add(cell(forecast.overload(), 4));
    cells.add(forecast.is(Warning.Kind.EXTRAPOLATED) ? "1" : "0");
    cells.add(forecast.is(Warning.Kind.NOVEL) ? "1" : "0");
    return String.join(",", cells);
  }

  private static String cell(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    return Math.abs(value) < 1e15
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : String.format(Locale.ROOT, "%.6e", value);
  }
}
