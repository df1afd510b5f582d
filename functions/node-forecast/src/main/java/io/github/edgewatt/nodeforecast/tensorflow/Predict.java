package io.github.edgewatt.nodeforecast.tensorflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.tensor.JsonTensors;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Servable.Question;
import io.github.edgewatt.nodeforecast.tensor.Tensor;
import io.github.edgewatt.nodeforecast.tensor.TensorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code :predict}: rows as {@code instances}, or columns as {@code inputs}. */
final class Predict {
  private Predict() {}

  static Reply answer(Servable servable, byte[] body) {
    ObjectNode request = Json.read(body);
    JsonNode rows = request.remove("instances");
    JsonNode columns = request.remove("inputs");
    String nodeType = nodeType(servable, request.remove("signature_name"));
    if (!request.isEmpty()) {
      throw Refused.bad(
          "no field '"
              + request.fieldNames().next()
              + "'; there are signature_name, and instances or inputs");
    }
    if ((rows == null) == (columns == null)) {
      throw Refused.bad("send either instances (rows) or inputs (columns)");
    }
    Map<String, Tensor> inputs = rows == null ? columns(servable, columns) : rows(servable, rows);
    Map<String, Tensor> outputs = servable.answer(new Question(inputs, nodeType));
    return Reply.json(200, rows == null ? writtenColumns(outputs) : writtenRows(outputs));
  }

  private static String nodeType(Servable servable, JsonNode signature) {
    if (signature == null || signature.isNull()) {
      return "";
    }
    String name = signature.isTextual() ? signature.textValue() : "?";
    if (name.isEmpty() || name.equals(Metadata.DEFAULT)) {
      return "";
    }
    String type = name.toUpperCase(Locale.ROOT);
    if (!servable.nodeTypes().contains(type)) {
      throw Refused.bad(
          "no signature '%s'; there are %s, %s"
              .formatted(name, Metadata.DEFAULT, String.join(", ", servable.nodeTypes())));
    }
    return type;
  }

  /** The input that is meant where none is named. */
  private static String only(Servable servable) {
    return servable.inputs().stream()
        .filter(spec -> !spec.optional())
        .map(TensorSpec::name)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Tensor> columns(Servable servable, JsonNode columns) {
    Map<String, Tensor> inputs = new TreeMap<>();
    if (columns instanceof ObjectNode named) {
      named.properties().forEach(e -> put(inputs, e.getKey(), e.getValue()));
    } else {
      put(inputs, only(servable), columns);
    }
    return inputs;
  }

  private static Map<String, Tensor> rows(Servable servable, JsonNode rows) {
    if (!(rows instanceof ArrayNode instances) || instances.isEmpty()) {
      throw Refused.bad("instances is no array of one row or more");
    }
    if (!instances.get(0).isObject()) {
      Map<String, Tensor> inputs = new TreeMap<>();
      put(inputs, only(servable), instances);
      return inputs;
    }
    Map<String, ArrayNode> columns = new LinkedHashMap<>();
    for (JsonNode row : instances) {
      if (!row.isObject()) {
        throw Refused.bad("instances mixes objects with other rows");
      }
      row.properties()
          .forEach(
              e ->
                  columns
                      .computeIfAbsent(e.getKey(), name -> instances.arrayNode())
                      .add(e.getValue()));
    }
    Map<String, Tensor> inputs = new TreeMap<>();
    columns.forEach(
        (name, column) -> {
          if (column.size() != instances.size()) {
            throw Refused.bad(
                "%s stands in %d of %d instances: in all or none"
                    .formatted(name, column.size(), instances.size()));
          }
          put(inputs, name, column);
        });
    return inputs;
  }

  private static void put(Map<String, Tensor> inputs, String name, JsonNode data) {
    if (!data.isArray()) {
      throw Refused.bad(name + " is no array");
    }
    inputs.put(name, JsonTensors.nested(name, data));
  }

  private static byte[] writtenColumns(Map<String, Tensor> outputs) {
    return Json.write(
        generator -> {
          generator.writeStartObject();
          generator.writeFieldName("outputs");
          if (outputs.size() == 1) {
            JsonTensors.writeNested(generator, outputs.values().iterator().next());
          } else {
            generator.writeStartObject();
            for (Tensor output : outputs.values()) {
              generator.writeFieldName(output.name());
              JsonTensors.writeNested(generator, output);
            }
            generator.writeEndObject();
          }
          generator.writeEndObject();
        });
  }

  private static byte[] writtenRows(Map<String, Tensor> outputs) {
    List<Tensor> all = List.copyOf(outputs.values());
    return Json.write(
        generator -> {
          generator.writeStartObject();
          generator.writeArrayFieldStart("predictions");
          for (int row = 0; row < all.get(0).rows(); row++) {
            if (all.size() == 1) {
              JsonTensors.writeRow(generator, all.get(0), row);
            } else {
              generator.writeStartObject();
              for (Tensor output : all) {
                generator.writeFieldName(output.name());
                JsonTensors.writeRow(generator, output, row);
              }
              generator.writeEndObject();
            }
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }
}
