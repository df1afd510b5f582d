package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.profile.DemandCurve;
import io.github.edgewatt.forecaster.profile.SoloProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every figure a report shows.
 *
 * @param summary how many measurements there are and how many count
 * @param functions one a function that occurs in any row, in order of first appearance
 * @param combinations the mixes, measured and skipped
 * @param additivity how the mixes compare with the sum of their parts
 * @param timeLine all measurements by their start
 * @param energy functions whose energy a meter counts too
 * @param powerNote why there are no power figures, or where they come from
 */
public record Figures(
    Summary summary,
    List<FunctionFigures> functions,
    List<Combination> combinations,
    Additivity additivity,
    List<TimeBar> timeLine,
    List<EnergyComparison> energy,
    String powerNote) {
  public Figures {
    functions = List.copyOf(functions);
    combinations = List.copyOf(combinations);
    timeLine = List.copyOf(timeLine);
    energy = List.copyOf(energy);
  }

  /** Computes the figures of a run. */
  public static Figures of(ReportInput input) {
    Map<String, List<SoloPoint>> solo = soloPoints(input.rows());
    Map<String, DemandCurve> demand = new LinkedHashMap<>();
    List<FunctionFigures> functions = new ArrayList<>();
    solo.forEach(
        (function, points) -> {
          demand.put(function, SoloProfile.of(function, input.rows()).nodeCpu());
          functions.add(FunctionFigures.of(function, points));
        });
    List<MixPoint> mixes = mixPoints(input, demand);
    return new Figures(
        Summary.of(input),
        functions,
        Combination.group(mixes),
        Additivity.of(mixes),
        input.rows().stream()
            .map(TimeBar::of)
            .sorted(Comparator.comparing(TimeBar::startedAt).thenComparing(TimeBar::id))
            .toList(),
        EnergyComparison.of(input.rows()),
        input.powerNote());
  }

  private static Map<String, List<SoloPoint>> soloPoints(List<MeasurementRow> rows) {
    Map<String, List<SoloPoint>> points = new LinkedHashMap<>();
    for (MeasurementRow row : rows) {
      for (FunctionRow function : row.functions()) {
        points.computeIfAbsent(function.function(), name -> new ArrayList<>());
      }
      if (row.kind() == MeasurementRow.Kind.SOLO) {
        points.get(row.functions().get(0).function()).add(SoloPoint.of(row));
      }
    }
    return points;
  }

  private static List<MixPoint> mixPoints(ReportInput input, Map<String, DemandCurve> demand) {
    List<MixPoint> points = new ArrayList<>();
    for (MeasurementRow row : input.rows()) {
      if (row.kind() == MeasurementRow.Kind.MIX) {
        double increase = row.node().cpuPercent() - row.node().cpuIdlePercent();
        points.add(mixPoint(row.id(), row.configuration(), State.of(row), increase, demand));
      }
    }
    for (ReportInput.Skipped skipped : input.skipped()) {
      if (skipped.configuration().functions().size() > 1) {
        points.add(mixPoint("", skipped.configuration(), State.SKIPPED, Double.NaN, demand));
      }
    }
    return points;
  }

  private static MixPoint mixPoint(
      String id,
      Configuration configuration,
      State state,
      double measuredPercent,
      Map<String, DemandCurve> demand) {
    double sum = 0;
    boolean extrapolated = false;
    for (String function : configuration.functions()) {
      DemandCurve curve = demand.getOrDefault(function, DemandCurve.through(Map.of()));
      sum += curve.at(configuration.rateOf(function));
      extrapolated |= curve.isExtrapolated(configuration.rateOf(function));
    }
    return new MixPoint(id, configuration, state, measuredPercent, sum, extrapolated);
  }
}
