package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What one function costs alone.
 *
 * @param function its name
 * @param nodeCpu increase of node CPU over idle, percent of one core
 * @param highestSafeRate highest measured rate below every overloaded one, 0 where none is
 * @param lowestOverloadedRate lowest rate that overloaded in most of its repeats
 */
public record SoloProfile(
    String function, DemandCurve nodeCpu, int highestSafeRate, OptionalInt lowestOverloadedRate) {

  /**
   * The profile of {@code function} from its solo rows. Curves use valid rows that are not
   * overloaded, since saturation bends them; safety uses every row that is not invalid.
   */
  public static SoloProfile of(String function, Collection<MeasurementRow> rows) {
    TreeMap<Integer, int[]> overloads = new TreeMap<>();
    Map<Integer, double[]> sums = new HashMap<>();
    for (MeasurementRow row : rows) {
      if (row.kind() != MeasurementRow.Kind.SOLO
          || row.verdict().kind() == Verdict.Kind.INVALID
          || !row.functions().get(0).function().equals(function)) {
        continue;
      }
      FunctionRow measured = row.functions().get(0);
      int[] counts = overloads.computeIfAbsent(measured.rate(), rate -> new int[2]);
      counts[0]++;
      boolean overloaded = row.node().overloaded();
      counts[1] += overloaded ? 1 : 0;
      double increase = row.node().cpuPercent() - row.node().cpuIdlePercent();
      if (row.verdict().isValid() && !overloaded && Double.isFinite(increase)) {
        double[] sum = sums.computeIfAbsent(measured.rate(), rate -> new double[2]);
        sum[0] += increase;
        sum[1]++;
      }
    }
    Map<Integer, Double> means = new HashMap<>();
    sums.forEach((rate, sum) -> means.put(rate, sum[0] / sum[1]));
    OptionalInt lowestOverloaded =
        overloads.entrySet().stream()
            .filter(entry -> 2 * entry.getValue()[1] > entry.getValue()[0])
            .mapToInt(Map.Entry::getKey)
            .findFirst();
    int safe =
        overloads.keySet().stream()
            .filter(rate -> lowestOverloaded.isEmpty() || rate < lowestOverloaded.getAsInt())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    return new SoloProfile(function, DemandCurve.through(means), safe, lowestOverloaded);
  }

  /**
   * How near a rate is to where the function overloads alone: rate over the knee, the middle of the
   * highest safe and the lowest overloaded rate. 0 where no overload was seen.
   */
  public double kneeShare(double rate) {
    if (lowestOverloadedRate.isEmpty()) {
      return 0;
    }
    return rate / ((highestSafeRate + lowestOverloadedRate.getAsInt()) / 2.0);
  }

  /** The profiles of {@code functions}, in order. */
  public static List<SoloProfile> all(
      Collection<String> functions, Collection<MeasurementRow> rows) {
    return functions.stream().map(function -> of(function, rows)).toList();
  }
}
