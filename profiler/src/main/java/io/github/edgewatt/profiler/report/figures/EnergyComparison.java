package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.profiler.energy.Disagreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One function's power seen twice: its share of the node's energy above idle, and what the power
 * meter itself counts for its processes.
 *
 * @param function the function's name
 * @param rows valid rows with load in which both are known, alone and in mixes
 * @param shareWatts mean power by CPU share in watts
 * @param meterWatts mean power by the meter in watts
 * @param disagreement how far apart they are, 0 to 1 ({@link Disagreement#relative})
 */
public record EnergyComparison(
    String function, int rows, double shareWatts, double meterWatts, double disagreement) {

  /** One a function that a meter counted too, in order of first appearance. */
  static List<EnergyComparison> of(List<MeasurementRow> rows) {
    Map<String, List<FunctionRow>> both = new LinkedHashMap<>();
    for (MeasurementRow row : rows) {
      if (row.verdict().isValid()) {
        row.functions().stream()
            .filter(part -> part.rate() > 0 && part.powerMicrowatts() >= 0)
            .filter(part -> part.detail().meterPowerMicrowatts() >= 0)
            .forEach(
                part -> both.computeIfAbsent(part.function(), f -> new ArrayList<>()).add(part));
      }
    }
    List<EnergyComparison> comparisons = new ArrayList<>();
    both.forEach((function, parts) -> comparisons.add(of(function, parts)));
    return comparisons;
  }

  private static EnergyComparison of(String function, List<FunctionRow> parts) {
    double share = 0;
    double meter = 0;
    for (FunctionRow part : parts) {
      share += part.powerMicrowatts() / 1e6 / parts.size();
      meter += part.detail().meterPowerMicrowatts() / 1e6 / parts.size();
    }
    return new EnergyComparison(
        function, parts.size(), share, meter, Disagreement.relative(share, meter));
  }
}
