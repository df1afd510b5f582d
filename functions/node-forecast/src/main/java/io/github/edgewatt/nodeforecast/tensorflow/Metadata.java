package io.github.edgewatt.nodeforecast.tensorflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/** A model's signatures: the default one, and one of the same tensors for each kind of node. */
final class Metadata {
  static final String DEFAULT = "serving_default";

  private Metadata() {}

  static ObjectNode of(Servable servable) {
    ObjectNode answer = Json.object();
    answer
        .putObject("model_spec")
        .put("name", servable.name())
        .put("signature_name", "")
        .put("version", Long.toString(servable.version()));
    ObjectNode metadata = answer.putObject("metadata");
    ObjectNode signatures = metadata.putObject("signature_def").putObject("signature_def");
    List<String> names = new ArrayList<>(List.of(DEFAULT));
    names.addAll(servable.nodeTypes());
    for (String name : names) {
      ObjectNode signature = signatures.putObject(name);
      tensors(signature.putObject("inputs"), servable.inputs());
      tensors(signature.putObject("outputs"), servable.outputs());
      signature.put("method_name", "tensorflow/serving/predict");
    }
    // Ours: what stands where in the tensors.
    ObjectNode meaning = metadata.putObject("edgewatt");
    servable.inputs().forEach(spec -> meaning.set(spec.name(), Json.tree(spec.meaning())));
    servable.outputs().forEach(spec -> meaning.set(spec.name(), Json.tree(spec.meaning())));
    return answer;
  }

  private static void tensors(ObjectNode parent, List<TensorSpec> specs) {
    for (TensorSpec spec : specs) {
      ObjectNode tensor = parent.putObject(spec.name());
      tensor.put("dtype", spec.datatype().tensorflow());
      ObjectNode shape = tensor.putObject("tensor_shape");
      var sizes = shape.putArray("dim");
      spec.shape()
          .forEach(size -> sizes.addObject().put("size", Integer.toString(size)).put("name", ""));
      shape.put("unknown_rank", false);
      tensor.put("name", spec.name() + ":0");
    }
  }
}
