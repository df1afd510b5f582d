package io.github.edgewatt.weights.etcd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.ArrayList;
import java.util.List;

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

  /** The addresses of a value; empty where it is none. */
  static List<String> addresses(String value) {
    List<String> addresses = new ArrayList<>();
    try {
      JSON.readTree(value).path("ips").forEach(one -> addresses.add(one.asText()));
    } catch (JsonProcessingException e) {
      // What no gateway can read sends no requests anywhere.
    }
    return addresses;
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
