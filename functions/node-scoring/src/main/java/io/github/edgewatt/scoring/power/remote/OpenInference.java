package io.github.edgewatt.scoring.power.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scoring.power.PowerSource;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/**
 * The Open Inference Protocol, version 2, over REST: {@code POST
 * /v2/models/NAME[/versions/V]/infer}, one FP32 tensor [n, features]; watts are the output named
 * {@code outputs}, or the only one.
 */
record OpenInference(JsonCalls calls) implements PowerModel {
  @Override
  public CompletableFuture<double[]> watts(PowerSource source, float[][] rows) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode tensor = body.putArray("inputs").addObject();
    tensor.put("name", source.signature());
    tensor.putArray("shape").add(rows.length).add(source.features().size());
    tensor.put("datatype", "FP32");
    ArrayNode data = tensor.putArray("data");
    for (float[] row : rows) {
      for (float value : row) {
        data.add(value);
      }
    }
    HttpUrl.Builder url =
        Urls.of(source).addPathSegments("v2/models").addPathSegment(source.name());
    source
        .version()
        .ifPresent(
            version -> url.addPathSegment("versions").addPathSegment(String.valueOf(version)));
    url.addPathSegment("infer");
    return calls
        .post(url.build(), body)
        .thenCompose(tree -> Urls.checked(() -> figures(tree, rows.length)));
  }

  private static double[] figures(JsonNode tree, int rows) throws ModelException {
    JsonNode outputs = tree.path(Tensors.OUTPUT);
    if (!outputs.isArray() || outputs.isEmpty()) {
      throw new ModelException("the answer has no outputs");
    }
    JsonNode chosen = outputs.size() == 1 ? outputs.get(0) : null;
    for (JsonNode output : outputs) {
      if (output.path("name").asText().equals(Tensors.OUTPUT)) {
        chosen = output;
      }
    }
    if (chosen == null) {
      throw new ModelException("the answer has several outputs, none named " + Tensors.OUTPUT);
    }
    return JsonFigures.of(chosen.path("data"), rows);
  }
}
