package io.github.edgewatt.scoring.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.scoring.score.NodeScore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An explanation as JSON, and back. A figure that plays no part is null. */
public final class ExplanationJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExplanationJson() {}

  /** As bytes: {@code {"nodes": [{"node": …}]}}. */
  public static byte[] write(Explanation explanation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("nodes");
      for (Explanation.Line line : explanation.lines()) {
        write(line, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Explanation.Line line, JsonGenerator json) throws IOException {
    NodeScore score = line.score();
    json.writeStartObject();
    json.writeStringField("node", score.node());
    number(json, "score", score.score());
    json.writeBooleanField("neutral", score.neutral());
    json.writeStringField("rejected", line.rejected().orElse(null));
    number(json, "cores", score.cores());
    number(json, "coresBefore", score.coresBefore());
    number(json, "coresAfter", score.coresAfter());
    number(json, "ambientCelsius", score.ambientCelsius());
    number(json, "wattsBefore", score.wattsBefore());
    number(json, "wattsAfter", score.wattsAfter());
    number(json, "deltaWatts", score.deltaWatts());
    json.writeBooleanField("fallback", score.fallback());
    number(json, "fpga", score.fpga());
    json.writeArrayFieldStart("reasons");
    for (String reason : score.reasons()) {
      json.writeString(reason);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException where it is something else
   */
  public static Explanation read(byte[] bytes) throws IOException {
    JsonNode nodes = MAPPER.readTree(bytes).path("nodes");
    if (!nodes.isArray()) {
      throw new IOException("no nodes in the answer");
    }
    List<Explanation.Line> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<String> reasons = new ArrayList<>();
      node.path("reasons").forEach(reason -> reasons.add(reason.asText()));
      lines.add(
          new Explanation.Line(
              new NodeScore(
                  node.path("node").asText(),
                  number(node, "score"),
                  node.path("neutral").asBoolean(),
                  number(node, "cores"),
                  number(node, "coresBefore"),
                  number(node, "coresAfter"),
                  number(node, "ambientCelsius"),
                  number(node, "wattsBefore"),
                  number(node, "wattsAfter"),
                  node.path("fallback").asBoolean(),
                  number(node, "fpga"),
                  reasons),
              Optional.ofNullable(node.path("rejected").textValue())));
    }
    return new Explanation(lines);
  }

  private static double number(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).doubleValue() : Double.NaN;
  }
}
