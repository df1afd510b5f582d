package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.StudentT;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a configuration's CPU is known well enough: the 95 % interval of its mean lies within 5
 * %.
 *
 * <p>The standard deviation is pooled over all configurations with repeats, relative to each mean:
 * {@code s^2 = sum((x / mean_i - 1)^2) / sum(n_i - 1)}, and the half width is {@code t(0.975, df) s
 * / sqrt(n)}. Two repeats of one configuration alone would need t = 12.7; the noise of a machine is
 * much the same from one configuration to the next.
 */
final class RepeatNoise {
  private static final double PRECISION = 0.05;

  /** Degrees of freedom below which the pooled deviation is itself too uncertain to stop on. */
  private static final int SMALLEST_FREEDOM = 3;

  private RepeatNoise() {}

  /** Whether no further repeat is needed. An overloaded configuration needs none. */
  static boolean preciseEnough(History history, Kind kind, Configuration configuration) {
    int repeats = history.usable(kind, configuration).size();
    if (history.overloaded(kind, configuration)) {
      return true;
    }
    double halfWidth = relativeHalfWidth(history.rows(), repeats);
    return halfWidth <= PRECISION;
  }

  /** Half width of the 95 % interval of a mean over {@code repeats}, relative to the mean. */
  static double relativeHalfWidth(List<MeasurementRow> rows, int repeats) {
    Map<Configuration, List<Double>> groups = new HashMap<>();
    for (MeasurementRow row : rows) {
      double increase = row.node().cpuPercent() - row.node().cpuIdlePercent();
      if (row.verdict().isValid() && !row.node().overloaded() && increase > 0) {
        groups.computeIfAbsent(row.configuration(), key -> new ArrayList<>()).add(increase);
      }
    }
    double squares = 0;
    int freedom = 0;
    for (List<Double> group : groups.values()) {
      double mean = group.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      for (double value : group) {
        double relative = value / mean - 1;
        squares += relative * relative;
      }
      freedom += group.size() - 1;
    }
    if (freedom < SMALLEST_FREEDOM || repeats < 1) {
      return Double.POSITIVE_INFINITY;
    }
    return StudentT.quantile975(freedom) * Math.sqrt(squares / freedom / repeats);
  }
}
