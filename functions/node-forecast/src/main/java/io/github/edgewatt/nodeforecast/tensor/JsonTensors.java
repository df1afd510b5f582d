package io.github.edgewatt.nodeforecast.tensor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Tensors as JSON: nested arrays, whose nesting is the shape, or flat ones. */
public final class JsonTensors {
  private JsonTensors() {}

  /**
   * The tensor in nested arrays. Numbers become {@link Datatype#FP64}, {@code null} not a number;
   * text and {@code {"b64": …}} become {@link Datatype#BYTES}.
   *
   * @throws Refused 400 where arrays of one level differ in length, or elements in kind
   */
  public static Tensor nested(String name, JsonNode data) {
    Leaves leaves = new Leaves(name);
    leaves.add(data, 0);
    return tensor(name, leaves.shape, leaves.found);
  }

  /**
   * The tensor in flat arrays, or in arrays nested as {@code shape} says.
   *
   * @throws Refused 400 where the elements do not fill the shape, or differ in kind
   */
  public static Tensor shaped(String name, List<Integer> shape, JsonNode data) {
    Leaves leaves = new Leaves(name);
    leaves.add(data, 0);
    boolean flat = leaves.shape.size() == 1 && leaves.found.size() == Tensor.elements(shape);
    if (!flat && !leaves.shape.equals(shape)) {
      throw Refused.bad(
          "%s has data of shape %s, but says shape %s".formatted(name, leaves.shape, shape));
    }
    return tensor(name, shape, leaves.found);
  }

  /** Writes the elements, in arrays nested as the shape says. */
  public static void writeNested(JsonGenerator generator, Tensor tensor) throws IOException {
    nested(generator, tensor, 0, new int[1]);
  }

  /** Writes the elements in one array. */
  public static void writeFlat(JsonGenerator generator, Tensor tensor) throws IOException {
    generator.writeStartArray();
    for (int i = 0; i < tensor.numbers().length; i++) {
      element(generator, tensor, i);
    }
    generator.writeEndArray();
  }

  /** Writes what stands in row {@code row}: a value, or an array of those in it. */
  public static void writeRow(JsonGenerator generator, Tensor tensor, int row) throws IOException {
    int width = tensor.numbers().length / tensor.rows();
    nested(generator, tensor, 1, new int[] {row * width});
  }

  private static void nested(JsonGenerator generator, Tensor tensor, int level, int[] next)
      throws IOException {
    if (level == tensor.shape().size()) {
      element(generator, tensor, next[0]++);
      return;
    }
    generator.writeStartArray();
    for (int i = 0; i < tensor.shape().get(level); i++) {
      nested(generator, tensor, level + 1, next);
    }
    generator.writeEndArray();
  }

  private static void element(JsonGenerator generator, Tensor tensor, int i) throws IOException {
    if (tensor.datatype() == Datatype.BOOL) {
      generator.writeBoolean(tensor.numbers()[i] != 0);
    } else {
      Json.number(generator, tensor.numbers()[i]);
    }
  }

  private static Tensor tensor(String name, List<Integer> shape, List<JsonNode> found) {
    if (!found.isEmpty() && isText(found.get(0))) {
      return Tensor.of(name, shape, found.stream().map(leaf -> text(name, leaf)).toList());
    }
    double[] numbers = new double[found.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode leaf = found.get(i);
      if (!leaf.isNumber() && !leaf.isNull()) {
        throw Refused.bad(name + " holds " + kind(leaf) + " where a number is expected");
      }
      numbers[i] = leaf.isNull() ? Double.NaN : leaf.doubleValue();
    }
    return Tensor.of(name, Datatype.FP64, shape, numbers);
  }

  private static boolean isText(JsonNode leaf) {
    return leaf.isTextual() || leaf.isObject();
  }

  private static String text(String name, JsonNode leaf) {
    if (leaf.isTextual()) {
      return leaf.textValue();
    }
    JsonNode packed = leaf.path("b64");
    if (leaf.size() != 1 || !packed.isTextual()) {
      throw Refused.bad(name + " holds " + kind(leaf) + " where text is expected");
    }
    try {
      return new String(Base64.getDecoder().decode(packed.textValue()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.bad(name + " holds base64 that is none");
    }
  }

  private static String kind(JsonNode leaf) {
    return switch (leaf.getNodeType()) {
      case STRING -> "text";
      case BOOLEAN -> "a truth";
      case OBJECT -> "an object";
      case NUMBER -> "a number";
      default -> "something else";
    };
  }

  /** The elements of nested arrays, and the shape they stand in. */
  private static final class Leaves {
    private final String name;
    private final List<Integer> shape = new ArrayList<>();
    private final List<JsonNode> found = new ArrayList<>();
    private int depth = -1;

    private Leaves(String name) {
      this.name = name;
    }

    private void add(JsonNode node, int level) {
      if (!node.isArray()) {
        if (depth < 0) {
          depth = level;
        }
        if (depth != level) {
          throw ragged();
        }
        found.add(node);
        return;
      }
      if (shape.size() == level && depth < 0) {
        shape.add(node.size());
      } else if (level >= shape.size() || shape.get(level) != node.size()) {
        throw ragged();
      }
      for (JsonNode child : node) {
        add(child, level + 1);
      }
    }

    private Refused ragged() {
      return Refused.bad(name + " is ragged: arrays of one level differ in length or depth");
    }
  }
}
