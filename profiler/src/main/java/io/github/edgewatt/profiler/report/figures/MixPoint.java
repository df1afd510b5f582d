package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.Configuration;

/**
 * One configuration of several functions, measured or skipped. Absent figures are {@code NaN}.
 *
 * @param id the row's id, empty for a skipped one
 * @param configuration functions and rates
 * @param state what became of it
 * @param measuredPercent CPU of the node over its idle value, percent of one core
 * @param summedPercent sum of what the functions add alone at their rates ({@link DemandCurve})
 * @param extrapolated whether a rate lies beyond those its function was measured at alone
 */
public record MixPoint(
    String id,
    Configuration configuration,
    State state,
    double measuredPercent,
    double summedPercent,
    boolean extrapolated) {

  /** Measured over summed CPU; NaN where either is absent or the sum is not above 0. */
  public double ratio() {
    return summedPercent > 0 ? measuredPercent / summedPercent : Double.NaN;
  }
}
