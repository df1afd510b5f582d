package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.plot.CostCurve;
import io.github.edgewatt.forecaster.plot.ExplainedVariance;
import io.github.edgewatt.forecaster.plot.FunctionMap;
import io.github.edgewatt.forecaster.plot.GroupingPage;
import io.github.edgewatt.forecaster.plot.Silhouettes;
import io.github.edgewatt.forecaster.plot.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A grouping as a page of charts: the functions' map, what led to the groups, the cost curves. */
public final class GroupingPlots {
  private final Grouping grouping;
  private final SoloInput input;
  private final GroupModel model;
  private final Map<String, String> groupOf = new TreeMap<>();
  private final List<SoloSamples> functions;

  /**
   * @param input what {@code grouping} was made of
   */
  public GroupingPlots(Grouping grouping, SoloInput input) {
    this.grouping = grouping;
    this.input = input;
    this.model = grouping.model();
    model.functions().forEach(f -> groupOf.put(f.name(), model.groups().get(f.group()).name()));
    this.functions =
        input.functions().stream().filter(f -> groupOf.containsKey(f.function())).toList();
  }

  /** The page. */
  public GroupingPage page() throws DatasetException {
    double[][] vectors = new double[functions.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = model.embedding().vector(functions.get(i));
    }
    Pca plane = Pca.fit(vectors, 1);
    int kept = model.embedding() instanceof GridEmbedding grid ? grid.dimensions() : 0;
    return new GroupingPage(
        functions.size() + " functions",
        headline(),
        List.of(
            new TextTable(
                "Functions alone and their groups",
                GroupingText.FUNCTION_HEADERS,
                2,
                GroupingText.functionRows(grouping, input)),
            new TextTable(
                "How many groups: " + model.why(),
                GroupingText.SPLIT_HEADERS,
                0,
                GroupingText.splitRows(grouping))),
        new ExplainedVariance(kept > 0 ? plane.explained() : new double[0], kept),
        silhouettes(),
        List.of(map(plane, vectors), costMap()),
        curves());
  }

  private String headline() {
    List<String> parts = new ArrayList<>();
    for (Group group : model.groups()) {
      parts.add(group.name() + " (" + String.join(", ", model.members(group)) + ")");
    }
    return String.format(
        "%d functions fall into %d groups: %s.",
        functions.size(), model.groups().size(), String.join(", ", parts));
  }

  private Silhouettes silhouettes() {
    List<SplitFigures> splits =
        grouping.splits().stream().filter(split -> Double.isFinite(split.silhouette())).toList();
    return new Silhouettes(
        splits.stream().mapToInt(SplitFigures::k).toArray(),
        splits.stream().mapToDouble(SplitFigures::silhouette).toArray(),
        splits.stream().mapToDouble(SplitFigures::stability).toArray(),
        model.groups().size());
  }

  /**
   * The plane of the vectors' first two components, whether the groups were made on them or not.
   */
  private FunctionMap map(Pca plane, double[][] vectors) {
    double[] x = new double[vectors.length];
    double[] y = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      double[] point = plane.project(vectors[i]);
      x[i] = point[0];
      y[i] = point.length > 1 ? point[1] : 0;
    }
    return map(axis("first", plane, 0), axis("second", plane, 1), x, y);
  }

  /** Functions that fall on one spot among much dearer ones stand apart on logarithms. */
  private FunctionMap costMap() {
    List<MarginalCosts> costs = functions.stream().map(MarginalCosts::of).toList();
    return map(
        "CPU per request, log10 ms",
        "base latency, log10 ms",
        costs.stream().mapToDouble(MarginalFeature.CPU::of).toArray(),
        costs.stream().mapToDouble(MarginalFeature.BASE_LATENCY::of).toArray());
  }

  private FunctionMap map(String xAxis, String yAxis, double[] x, double[] y) {
    return new FunctionMap(
        xAxis,
        yAxis,
        functions.stream().map(SoloSamples::function).toList(),
        x,
        y,
        functions.stream().map(f -> groupOf.get(f.function())).toList(),
        GroupNames.rising(model.groups().size()));
  }

  private static String axis(String which, Pca plane, int component) {
    double share = component < plane.explained().length ? plane.explained()[component] : 0;
    return String.format(Locale.ROOT, "%s component, %.0f %%", which, 100 * share);
  }

  private List<CostCurve> curves() {
    List<CostCurve> curves = new ArrayList<>();
    for (SoloSamples function : functions) {
      add(curves, function, "CPU", "% of one core", Sample::cpuPercent);
      add(curves, function, "Memory", "bytes", Sample::ramBytes);
      add(curves, function, "Power", "W", sample -> sample.powerMicrowatts() * 1e-6);
      add(curves, function, "Latency", "s", sample -> sample.latencyNanos() * 1e-9);
      add(curves, function, "Success", "%", sample -> sample.success() * 100);
    }
    return curves;
  }

  private void add(
      List<CostCurve> curves,
      SoloSamples function,
      String metric,
      String unit,
      ToDoubleFunction<Sample> figure) {
    if (function.has(figure)) {
      curves.add(
          new CostCurve(
              function.function(),
              groupOf.get(function.function()),
              metric,
              unit,
              function.rates().stream().mapToDouble(Integer::doubleValue).toArray(),
              function.rates().stream()
                  .mapToDouble(rate -> function.mean(rate, figure))
                  .toArray()));
    }
  }
}
