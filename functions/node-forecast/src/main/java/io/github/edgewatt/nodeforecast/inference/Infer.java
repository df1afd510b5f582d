package io.github.edgewatt.nodeforecast.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Servable.Question;
import io.github.edgewatt.nodeforecast.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST …/infer}. */
final class Infer {
  /** Tells where the JSON ends and the tensors' bytes begin. */
  static final String LENGTH = "Inference-Header-Content-Length";

  private static final String BINARY = "binary_data";

  /** An output asked for, and whether as bytes. */
  record Wanted(Tensor tensor, boolean binary) {}

  private Infer() {}

  static Reply answer(Servable servable, Call call) {
    int jsonLength = jsonLength(call);
    ObjectNode request = Json.read(call.body(), 0, jsonLength);
    JsonNode parameters = request.path("parameters");
    Map<String, Tensor> inputs = new Inputs(call.body(), jsonLength).read(request.path("inputs"));
    Map<String, Tensor> outputs =
        servable.answer(new Question(inputs, parameters.path("node_type").asText("")));
    List<Wanted> wanted =
        wanted(request.path("outputs"), outputs, parameters.path("binary_data_output"));
    JsonNode id = request.path("id");
    if (!id.isMissingNode() && !id.isTextual()) {
      throw Refused.bad("id is no text");
    }
    return Outputs.written(servable, Optional.ofNullable(id.textValue()), wanted);
  }

  private static int jsonLength(Call call) {
    int length = call.body().length;
    Optional<String> told = call.header(LENGTH);
    if (told.isEmpty()) {
      return length;
    }
    try {
      int json = Integer.parseInt(told.get().strip());
      if (json >= 0 && json <= length) {
        return json;
      }
    } catch (NumberFormatException e) {
      // Answered below, as any other figure that cannot be.
    }
    throw Refused.bad(LENGTH + " is " + told.get() + ", but the body has " + length + " bytes");
  }

  /** The outputs asked for, each with whether it goes as bytes; all where none is asked for. */
  private static List<Wanted> wanted(
      JsonNode asked, Map<String, Tensor> outputs, JsonNode allBinary) {
    List<Wanted> wanted = new ArrayList<>();
    if (asked.isMissingNode() || asked.isEmpty()) {
      boolean binary = allBinary.asBoolean(false);
      outputs.values().forEach(output -> wanted.add(new Wanted(output, binary)));
      return wanted;
    }
    for (JsonNode one : asked) {
      String name = one.path("name").asText("");
      Tensor output = outputs.get(name);
      if (output == null) {
        throw Refused.bad(
            "no output '%s'; there are %s".formatted(name, String.join(", ", outputs.keySet())));
      }
      JsonNode parameters = one.path("parameters");
      if (parameters.has("classification") || parameters.has("shared_memory_region")) {
        throw Refused.bad(name + ": classification and shared memory are not for these models");
      }
      boolean binary = parameters.path(BINARY).asBoolean(allBinary.asBoolean(false));
      wanted.add(new Wanted(output, binary));
    }
    return wanted;
  }
}
