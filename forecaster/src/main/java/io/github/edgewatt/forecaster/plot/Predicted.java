package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

/**
 * What a model said about one target and what was measured then, configuration by configuration.
 * Where a target has an idle value, all figures are increases over it. Figures that are not finite
 * are left out of the charts that need them.
 *
 * @param target its name, such as "Node CPU"
 * @param unit of all figures, such as "% of one core"
 * @param observed what was measured
 * @param predicted what was forecast
 * @param low the forecast's 5 % bound; empty where there are no intervals
 * @param high the forecast's 95 % bound; empty where there are no intervals
 * @param band a name for each configuration's share of the coverage chart, such as its combination;
 *     empty for fifths by the forecast
 */
public record Predicted(
    String target,
    String unit,
    double[] observed,
    double[] predicted,
    double[] low,
    double[] high,
    String[] band) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public Predicted {
    requireNonNull(target, "target is null");
    requireNonNull(unit, "unit is null");
    Lengths.same("predicted", predicted.length, "observed", observed.length);
    Lengths.sameOrNone("low", low.length, "observed", observed.length);
    Lengths.same("high", high.length, "low", low.length);
    Lengths.sameOrNone("band", band.length, "observed", observed.length);
    observed = observed.clone();
    predicted = predicted.clone();
    low = low.clone();
    high = high.clone();
    band = band.clone();
  }
}
