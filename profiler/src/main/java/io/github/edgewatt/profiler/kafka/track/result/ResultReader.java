package io.github.edgewatt.profiler.kafka.track.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads result messages of every generation: what is absent stays absent, numbers may be text, and
 * only what is no result at all is refused.
 */
public final class ResultReader {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_NAME = 200;
  private static final int MOST_ID = 64;
  private static final int MOST_ERRORS = 1_000;

  // Python writes NaN and Infinity as bare words.
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build().reader();

  private ResultReader() {}

  /**
   * Reads one message.
   *
   * @param value the message; null as Kafka gives a message without one
   * @param key the message's key, the image's number where the message has none; may be null
   * @throws IllegalArgumentException where it is no result; the message is the reason
   */
  public static TrackedResult read(byte[] value, byte[] key) {
    JsonNode root = tree(value);
    JsonNode times = root.get("timestamps");
    if (times == null || !times.isObject()) {
      throw new IllegalArgumentException("it has no timestamps");
    }
    double end = number(times, "end_time");
    return new TrackedResult(
        name(root, "source"),
        name(root, "model"),
        dimensions(root.get("dimensions")),
        number(times, "idle"),
        number(times, "pre"),
        number(times, "inf"),
        number(times, "post"),
        number(times, "queue"),
        number(times, "start_time"),
        Double.isNaN(end) ? number(times, "receive_time") : end,
        number(times, "finish_time"),
        id(root.get("id"), key),
        root.path("detections").isArray()
            ? OptionalInt.of(root.get("detections").size())
            : OptionalInt.empty(),
        errors(root.get("errors")),
        image(root.get("input")));
  }

  private static JsonNode tree(byte[] value) {
    if (value == null || value.length == 0) {
      throw new IllegalArgumentException("it is empty");
    }
    if (value.length > MOST_BYTES) {
      throw new IllegalArgumentException("it has " + value.length + " bytes, more than a MiB");
    }
    try {
      JsonNode root = JSON.readTree(value);
      if (root == null || !root.isObject()) {
        throw new IllegalArgumentException("it is no JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
    }
  }

  private static double number(JsonNode times, String name) {
    JsonNode node = times.get(name);
    if (node == null || node.isNull()) {
      return Double.NaN;
    }
    double value = Double.NaN;
    if (node.isNumber()) {
      value = node.doubleValue();
    } else if (node.isTextual()) {
      try {
        value = Double.parseDouble(node.textValue().strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("its " + name + " is no number", e);
      }
    } else {
      throw new IllegalArgumentException("its " + name + " is no number");
    }
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static String name(JsonNode root, String field) {
    JsonNode node = root.get(field);
    if (node == null || node.isNull() || node.isContainerNode()) {
      return "unknown";
    }
    String text = cut(line(node.asText()).strip(), MOST_NAME);
    return text.isEmpty() ? "unknown" : text;
  }

  private static String dimensions(JsonNode node) {
    if (node == null || node.isNull()) {
      return "";
    }
    if (!node.isArray()) {
      return cut(line(node.isContainerNode() ? node.toString() : node.asText()), MOST_NAME);
    }
    List<String> parts = new ArrayList<>();
    node.forEach(part -> parts.add(part.toString()));
    return cut("[" + String.join(", ", parts) + "]", MOST_NAME);
  }

  private static Optional<String> id(JsonNode node, byte[] key) {
    String text = "";
    if (node != null && node.isValueNode() && !node.isNull()) {
      text = node.asText();
    } else if (key != null && key.length <= MOST_ID) {
      text = new String(key, StandardCharsets.UTF_8);
    }
    text = line(text).strip();
    if (text.length() > MOST_ID) {
      throw new IllegalArgumentException("its id has " + text.length() + " characters");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String errors(JsonNode node) {
    if (node == null || node.isNull()) {
      return "";
    }
    if (!node.isArray()) {
      return cut(line(node.isTextual() ? node.textValue() : node.toString()), MOST_ERRORS);
    }
    List<String> parts = new ArrayList<>();
    node.forEach(part -> parts.add(part.isTextual() ? part.textValue() : part.toString()));
    return cut(line(String.join("; ", parts)), MOST_ERRORS);
  }

  private static Optional<ImagePlace> image(JsonNode node) {
    if (node == null
        || !node.path("topic").isTextual()
        || !node.path("partition").canConvertToInt()
        || !node.path("offset").canConvertToLong()) {
      return Optional.empty();
    }
    return Optional.of(
        new ImagePlace(
            cut(line(node.get("topic").textValue()), MOST_NAME),
            node.get("partition").intValue(),
            node.get("offset").longValue()));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** A row is a line: nothing inside may end it, nor command a terminal. */
  private static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return line.toString();
  }
}
