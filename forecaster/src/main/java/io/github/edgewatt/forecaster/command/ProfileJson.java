package io.github.edgewatt.forecaster.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.profile.CostFigures;
import io.github.edgewatt.forecaster.profile.RatePoint;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.read.Measurements;
import java.util.List;

/** Costs of functions as JSON: SI units in the names, {@code null} where nothing was measured. */
final class ProfileJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ProfileJson() {}

  static String text(Measurements read, List<CostFigures> functions) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("node", read.solo().node().map(NodeType::name).orElse(null));
    root.put("sha256", read.sha256());
    ArrayNode list = root.putArray("functions");
    functions.forEach(figures -> list.add(function(figures)));
    return JsonText.pretty(root);
  }

  private static ObjectNode function(CostFigures figures) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("function", figures.function());
    node.set("cpuMillisPerRequest", interval(figures.cpuMillisPerRequest()));
    node.set("joulesPerRequest", interval(figures.joulesPerRequest()));
    number(node, "memoryFloorBytes", figures.memory().floorBytes());
    number(node, "memoryBytesPerRate", figures.memory().bytesPerRate());
    node.put("highestSafeRate", figures.knee().highestSafeRate());
    node.put(
        "lowestOverloadedRate",
        figures.knee().lowestOverloadedRate().isPresent()
            ? Integer.valueOf(figures.knee().lowestOverloadedRate().getAsInt())
            : null);
    ArrayNode points = node.putArray("points");
    figures.points().forEach(point -> points.add(point(point)));
    return node;
  }

  private static ObjectNode point(RatePoint point) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("rate", point.rate());
    node.put("repeats", point.repeats());
    number(node, "overloadedShare", point.overloadedShare());
    number(node, "cpuPercent", point.cpuPercent());
    number(node, "ramBytes", point.ramBytes());
    number(node, "powerWatts", point.powerWatts());
    number(node, "success", point.success());
    number(node, "meanLatencyMillis", point.meanLatencyMillis());
    number(node, "latencyP50Millis", point.latencyP50Millis());
    number(node, "latencyP99Millis", point.latencyP99Millis());
    return node;
  }

  private static JsonNode interval(MeanInterval interval) {
    if (!interval.isPresent()) {
      return MAPPER.nullNode();
    }
    ObjectNode node = MAPPER.createObjectNode();
    number(node, "mean", interval.mean());
    number(node, "halfWidth95", interval.halfWidth());
    node.put("count", interval.count());
    return node;
  }

  private static void number(ObjectNode node, String name, double value) {
    node.put(name, JsonText.number(value));
  }
}
