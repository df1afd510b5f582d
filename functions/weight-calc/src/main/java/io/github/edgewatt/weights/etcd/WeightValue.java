package io.github.edgewatt.weights.etcd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key's value: {@code {"ips":["ip:port",…],"weights":[int,…]}}, as the gateways read it. */
public final class WeightValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WeightValue() {}

  /** The value as JSON. */
  public static ObjectNode json(ZoneWeights weights) {
    ObjectNode value = JSON.createObjectNode();
    ArrayNode ips = value.putArray("ips");
    weights.addresses().forEach(ips::add);
    ArrayNode numbers = value.putArray("weights");
    for (int weight : weights.weights()) {
      numbers.add(weight);
    }
    return value;
  }

  /** The value as a text. */
  static String text(ZoneWeights weights) {
    return json(weights).toString();
  }

  /** The weights of a value by address, in its order, 0 where it tells none; empty for no value. */
  static Map<String, Integer> weights(String value) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    try {
      JsonNode read = JSON.readTree(value);
      JsonNode ips = read.path("ips");
      for (int i = 0; i < ips.size(); i++) {
        weights.put(ips.path(i).asText(), Math.max(0, read.path("weights").path(i).asInt()));
      }
    } catch (JsonProcessingException e) {
      // What no gateway can read sends no requests anywhere.
    }
    return weights;
  }

  /** {@code weights}, and after them {@code others} that are not among them. */
  static ZoneWeights with(ZoneWeights weights, Map<String, Integer> others) {
    if (others.isEmpty()) {
      return weights;
    }
    Map<String, Integer> all = new LinkedHashMap<>();
    for (int i = 0; i < weights.weights().length; i++) {
      all.put(weights.addresses().get(i), weights.weights()[i]);
    }
    others.forEach(all::putIfAbsent);
    return new ZoneWeights(
        weights.function(),
        weights.zone(),
        List.copyOf(all.keySet()),
        all.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /** Whether two values say the same; others write them with other white space. */
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return JSON.readTree(one).equals(JSON.readTree(other));
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
