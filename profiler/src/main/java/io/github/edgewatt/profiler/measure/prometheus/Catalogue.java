package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small answers: series, labels, targets, build. */
final class Catalogue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Catalogue() {}

  static List<Map<String, String>> labelSets(JsonParser json) throws IOException {
    List<Map<String, String>> sets = new ArrayList<>();
    for (JsonNode set : array(json)) {
      sets.add(labels(set));
    }
    return List.copyOf(sets);
  }

  static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array(json)) {
      texts.add(text.asText());
    }
    return List.copyOf(texts);
  }

  static List<ScrapeTarget> targets(JsonParser json) throws IOException {
    List<ScrapeTarget> targets = new ArrayList<>();
    for (JsonNode target : JSON.<JsonNode>readTree(json).path("activeTargets")) {
      targets.add(
          new ScrapeTarget(
              labels(target.path("labels")),
              Times.duration(target.path("scrapeInterval").asText()),
              target.path("health").asText("unknown"),
              target.path("lastError").asText()));
    }
    return List.copyOf(targets);
  }

  static String version(JsonParser json) throws IOException {
    return JSON.<JsonNode>readTree(json).path("version").asText("unknown");
  }

  private static JsonNode array(JsonParser json) throws IOException {
    JsonNode node = JSON.readTree(json);
    if (!node.isArray()) {
      throw new JsonParseException(json, "no list");
    }
    return node;
  }

  private static Map<String, String> labels(JsonNode set) {
    Map<String, String> labels = new HashMap<>();
    set.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return Map.copyOf(labels);
  }
}
