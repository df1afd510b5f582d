package io.github.edgewatt.scoring.power.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scoring.power.PowerSource;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/**
 * TF Serving over REST: {@code POST /v1/models/NAME[/versions/V]:predict} with rows as {@code
 * instances}, which every server of this body knows; answers as {@code predictions} or {@code
 * outputs}.
 */
record TensorflowRest(JsonCalls calls) implements PowerModel {
  @Override
  public CompletableFuture<double[]> watts(PowerSource source, float[][] rows) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (!source.signature().isEmpty()) {
      body.put("signature_name", source.signature());
    }
    ArrayNode instances = body.putArray("instances");
    for (float[] row : rows) {
      ArrayNode one = instances.addArray();
      for (float value : row) {
        one.add(value);
      }
    }
    HttpUrl.Builder url = Urls.of(source).addPathSegments("v1/models");
    if (source.version().isPresent()) {
      url.addPathSegment(source.name())
          .addPathSegment("versions")
          .addPathSegment(source.version().getAsLong() + ":predict");
    } else {
      url.addPathSegment(source.name() + ":predict");
    }
    return calls
        .post(url.build(), body)
        .thenCompose(tree -> Urls.checked(() -> figures(tree, rows.length)));
  }

  private static double[] figures(JsonNode tree, int rows) throws ModelException {
    JsonNode columns = tree.path(Tensors.OUTPUT);
    if (!columns.isMissingNode()) {
      return JsonFigures.of(columns.isObject() ? columns.path(Tensors.OUTPUT) : columns, rows);
    }
    JsonNode predictions = tree.path("predictions");
    if (predictions.path(0).isObject()) {
      // A model with several outputs answers each row as an object of them.
      ArrayNode named = JsonNodeFactory.instance.arrayNode();
      predictions.forEach(one -> named.add(one.path(Tensors.OUTPUT)));
      return JsonFigures.of(named, rows);
    }
    return JsonFigures.of(predictions, rows);
  }
}
