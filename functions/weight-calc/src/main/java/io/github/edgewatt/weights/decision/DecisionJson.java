package io.github.edgewatt.weights.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.weights.etcd.WeightValue;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision as JSON: {@code {"at", "policy", "weights": [{"fn", "zone", "weights": {"ips",
 * "weights"}}], "problems", "memory"}}. The memory is the one the decision began with, so that
 * snapshot and memory together give the same decision again.
 */
public final class DecisionJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DecisionJson() {}

  /** The decision as JSON. */
  public static ObjectNode of(Decision decision) {
    ObjectNode json = JSON.createObjectNode();
    json.put("at", decision.index().snapshot().at().toString());
    json.put("policy", decision.policy());
    ArrayNode weights = json.putArray("weights");
    for (ZoneWeights one : decision.round().weights()) {
      ObjectNode entry = weights.addObject();
      entry.put("fn", one.function());
      entry.put("zone", one.zone());
      entry.set("weights", WeightValue.json(one));
    }
    ArrayNode problems = json.putArray("problems");
    decision.round().problems().forEach(problems::add);
    ObjectNode memory = json.putObject("memory");
    new TreeMap<>(decision.before().responseTimes())
        .forEach(
            (name, time) ->
                memory
                    .putObject(name)
                    .put("seconds", time.seconds())
                    .put("at", time.at().toString()));
    return json;
  }

  /**
   * The memory a decision began with.
   *
   * @throws IllegalArgumentException one line where {@code decision} is none
   */
  public static WeightMemory memory(JsonNode decision) {
    JsonNode memory = decision.path("memory");
    if (!memory.isObject()) {
      throw new IllegalArgumentException("there is no memory in it");
    }
    Map<String, ResponseTime> times = new TreeMap<>();
    memory
        .properties()
        .forEach(entry -> times.put(entry.getKey(), time(entry.getKey(), entry.getValue())));
    return new WeightMemory(times);
  }

  private static ResponseTime time(String name, JsonNode value) {
    double seconds = value.path("seconds").asDouble(Double.NaN);
    try {
      if (seconds > 0) {
        return new ResponseTime(seconds, Instant.parse(value.path("at").asText()));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("the response time of '" + name + "' has no instant", e);
    }
    throw new IllegalArgumentException("the response time of '" + name + "' is no time");
  }
}
