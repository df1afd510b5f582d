package io.github.edgewatt.profiler.report.figures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.MeanInterval;
import java.util.OptionalInt;

/** The figures as JSON, unrounded, for whoever checks or reuses them; absent ones are null. */
public final class FiguresJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FiguresJson() {}

  /** The whole tree, keys in a fixed order. */
  public static ObjectNode of(Figures figures) {
    ObjectNode root = JSON.objectNode();
    Summary summary = figures.summary();
    root.putObject("summary")
        .put("measurements", summary.measurements())
        .put("valid", summary.valid())
        .put("overloadOnly", summary.overloadOnly())
        .put("invalid", summary.invalid())
        .put("skipped", summary.skipped());
    ArrayNode functions = root.putArray("functions");
    figures.functions().forEach(function -> functions.add(function(function)));
    ArrayNode mixes = root.putArray("mixes");
    for (Combination combination : figures.combinations()) {
      combination.points().stream()
          .filter(point -> point.state() != State.SKIPPED)
          .forEach(point -> mixes.add(mix(point)));
    }
    ObjectNode additivity = root.putObject("additivity");
    additivity.put("count", figures.additivity().count());
    number(additivity, "medianRatio", figures.additivity().medianRatio());
    number(additivity, "lowestRatio", figures.additivity().lowestRatio());
    number(additivity, "highestRatio", figures.additivity().highestRatio());
    ArrayNode energy = root.putArray("energy");
    for (EnergyComparison comparison : figures.energy()) {
      ObjectNode node = energy.addObject();
      node.put("function", comparison.function());
      node.put("rows", comparison.rows());
      number(node, "shareWatts", comparison.shareWatts());
      number(node, "meterWatts", comparison.meterWatts());
      number(node, "disagreement", comparison.disagreement());
    }
    return root;
  }

  private static ObjectNode function(FunctionFigures figures) {
    ObjectNode node = JSON.objectNode();
    node.put("function", figures.function());
    whole(node, "highestSafeRate", figures.safe().highestSafe());
    whole(node, "lowestOverloadedRate", figures.safe().lowestOverloaded());
    whole(node, "atRate", figures.atRate());
    interval(node, "cpuMillisPerRequest", figures.cpuMillisPerRequest());
    interval(node, "memoryMegabytes", figures.memoryMegabytes());
    interval(node, "joulesPerRequest", figures.joulesPerRequest());
    node.put("powerSource", figures.powerSource());
    number(node, "latencyP50Millis", figures.latencyP50Millis());
    number(node, "latencyP99Millis", figures.latencyP99Millis());
    return node;
  }

  private static ObjectNode mix(MixPoint point) {
    ObjectNode node = JSON.objectNode();
    node.put("id", point.id());
    node.put("configuration", point.configuration().toString());
    node.put("state", point.state().text());
    number(node, "measuredCpuPercent", point.measuredPercent());
    number(node, "summedSoloCpuPercent", point.summedPercent());
    node.put("extrapolated", point.extrapolated());
    return node;
  }

  private static void interval(ObjectNode node, String name, MeanInterval interval) {
    ObjectNode child = node.putObject(name);
    number(child, "mean", interval.mean());
    number(child, "halfWidth95", interval.halfWidth());
    child.put("count", interval.count());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  private static void whole(ObjectNode node, String name, OptionalInt value) {
    if (value.isPresent()) {
      node.put(name, value.getAsInt());
    } else {
      node.putNull(name);
    }
  }
}
