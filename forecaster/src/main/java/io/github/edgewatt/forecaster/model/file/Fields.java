package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A JSON object that knows where in the file it stands, so what is missing or wrong is named with
 * its path.
 *
 * @param path such as {@code targets.cpu}
 * @param node the object
 */
record Fields(String path, JsonNode node) {
  Fields {
    if (!node.isObject()) {
      throw new BadModelException(
          "is damaged: " + (path.isEmpty() ? "model" : path) + " is missing or no object");
    }
  }

  /** {@code path.name}. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return node.has(name);
  }

  Fields object(String name) {
    return new Fields(at(name), node.path(name));
  }

  String text(String name) {
    JsonNode value = node.path(name);
    require(value.isTextual(), name, "a text");
    return value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = node.path(name);
    require(value.isBoolean(), name, "true or false");
    return value.booleanValue();
  }

  int integer(String name) {
    JsonNode value = node.path(name);
    require(value.canConvertToInt() && value.isIntegralNumber(), name, "a whole number");
    return value.intValue();
  }

  long wide(String name) {
    JsonNode value = node.path(name);
    require(value.canConvertToLong() && value.isIntegralNumber(), name, "a whole number");
    return value.longValue();
  }

  /** A finite number. */
  double number(String name) {
    JsonNode value = node.path(name);
    require(value.isNumber() && Double.isFinite(value.doubleValue()), name, "a number");
    return value.doubleValue();
  }

  /** A finite number, or NaN where the file says {@code "NaN"}. */
  double figure(String name) {
    return node.path(name).asText().equals("NaN") ? Double.NaN : number(name);
  }

  double[] numbers(String name) {
    JsonNode list = list(name);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode value = list.get(i);
      require(value.isNumber() && Double.isFinite(value.doubleValue()), name, "a list of numbers");
      numbers[i] = value.doubleValue();
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name)) {
      require(value.isTextual(), name, "a list of texts");
      texts.add(value.textValue());
    }
    return texts;
  }

  <T> List<T> objects(String name, Function<Fields, T> read) {
    List<T> objects = new ArrayList<>();
    for (JsonNode value : list(name)) {
      objects.add(read.apply(new Fields(at(name) + "[" + objects.size() + "]", value)));
    }
    return objects;
  }

  /** The names of this object's fields, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** All fields by name, each read by {@code read}. */
  <T> Map<String, T> byName(Function<String, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    names().forEach(name -> all.put(name, read.apply(name)));
    return all;
  }

  private JsonNode list(String name) {
    JsonNode value = node.path(name);
    require(value.isArray(), name, "a list");
    return value;
  }

  private void require(boolean right, String name, String what) {
    if (!right) {
      throw new BadModelException("is damaged: " + at(name) + " is missing or not " + what);
    }
  }

  /** Writes a number, which must be finite: anything else could not be read again. */
  static void put(ObjectNode into, String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the model's " + name + " is " + value);
    }
    into.put(name, value);
  }

  static void put(ObjectNode into, String name, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("one of the model's " + name + " is " + value);
      }
    }
    var list = into.putArray(name);
    for (double value : values) {
      list.add(value);
    }
  }

  /** Writes a number, or the text {@code NaN} where there is none. */
  static void putFigure(ObjectNode into, String name, double value) {
    if (Double.isNaN(value)) {
      into.put(name, "NaN");
    } else {
      put(into, name, value);
    }
  }
}
