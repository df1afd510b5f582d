package io.github.edgewatt.cluster.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** JSON objects of others, whose fields' case is not relied on. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private Json() {}

  /**
   * An object.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static JsonNode object(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON object: " + Text.shown(text), e);
    }
    throw new IllegalArgumentException("no JSON object: " + Text.shown(text));
  }

  /** A field of any case; missing where there is none or it is null. */
  static JsonNode field(JsonNode object, String name) {
    JsonNode exact = object.path(name);
    if (!exact.isMissingNode() && !exact.isNull()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().equalsIgnoreCase(name) && !field.getValue().isNull()) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  /** A field's text; empty where there is none. */
  static String text(JsonNode object, String name) {
    JsonNode field = field(object, name);
    return field.isValueNode() ? field.asText("").strip() : "";
  }

  /** An object's fields as texts; empty for anything else. */
  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().stream()
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .forEach(field -> texts.put(field.getKey(), field.getValue().asText("")));
    return texts;
  }
}
