package io.github.edgewatt.scaling.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a policy remembers: {@code {"changed": {"f zone": "2026-05-01T10:00:00Z"}, "low": {}}}. */
public final class MemoryJson {
  private MemoryJson() {}

  /** As JSON. */
  public static ObjectNode of(ScalingMemory memory) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    write(memory.changed(), node.putObject("changed"));
    write(memory.low(), node.putObject("low"));
    return node;
  }

  /**
   * From JSON; what is missing is nothing.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  public static ScalingMemory read(JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return ScalingMemory.NONE;
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("memory: an object with changed and low");
    }
    return new ScalingMemory(times(node, "changed"), times(node, "low"));
  }

  private static void write(Map<String, Instant> times, ObjectNode into) {
    new TreeMap<>(times).forEach((key, at) -> into.put(key, at.toString()));
  }

  private static Map<String, Instant> times(JsonNode memory, String name) {
    Map<String, Instant> times = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : memory.path(name).properties()) {
      try {
        times.put(entry.getKey(), Instant.parse(entry.getValue().asText()));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "memory: " + name + " of '" + entry.getKey() + "' is no time as 2026-05-01T10:00:00Z");
      }
    }
    return times;
  }
}
