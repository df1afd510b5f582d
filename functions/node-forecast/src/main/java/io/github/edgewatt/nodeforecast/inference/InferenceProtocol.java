package io.github.edgewatt.nodeforecast.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Shelf;
import io.github.edgewatt.nodeforecast.tensor.TensorSpec;
import java.util.List;

/** {@code /v2}, {@code /v2/health/…} and {@code /v2/models/NAME[/versions/V][/ready|/infer]}. */
public final class InferenceProtocol implements Protocol {
  private final Shelf shelf;
  private final String serverVersion;

  public InferenceProtocol(Shelf shelf, String serverVersion) {
    this.shelf = shelf;
    this.serverVersion = serverVersion;
  }

  @Override
  public Reply answer(Call call) {
    List<String> path = call.path();
    if (path.size() == 1) {
      call.allow("GET");
      return server();
    }
    if (path.size() == 3 && path.get(1).equals("health")) {
      call.allow("GET");
      return health(path.get(2));
    }
    if (!path.get(1).equals("models")) {
      throw nothing();
    }
    if (path.size() == 2) {
      call.allow("GET");
      return Reply.json(Json.object().set("models", Json.tree(shelf.names())));
    }
    boolean versioned = path.size() >= 5 && path.get(3).equals("versions");
    List<String> rest = path.subList(versioned ? 5 : 3, path.size());
    String what = rest.isEmpty() ? "" : rest.get(0);
    if (rest.size() > 1 || !List.of("", "ready", "infer").contains(what)) {
      throw nothing();
    }
    call.allow(what.equals("infer") ? "POST" : "GET");
    Servable servable =
        versioned ? shelf.servable(path.get(2), path.get(4)) : shelf.servable(path.get(2));
    return switch (what) {
      case "ready" -> Reply.json(Json.object().put("name", servable.name()).put("ready", true));
      case "infer" -> Infer.answer(servable, call);
      default -> Reply.json(metadata(servable));
    };
  }

  private static Refused nothing() {
    return new Refused(
        404, "nothing at this path: /v2, /v2/health/live|ready, /v2/models/NAME[/ready|/infer]");
  }

  private Reply server() {
    ObjectNode answer = Json.object();
    answer.put("name", "edgewatt-node-forecast").put("version", serverVersion);
    answer.putArray("extensions").add("binary_tensor_data");
    return Reply.json(answer);
  }

  private Reply health(String what) {
    return switch (what) {
      case "live" -> Reply.json(Json.object().put("live", true));
      case "ready" ->
          Reply.json(shelf.ready() ? 200 : 503, Json.object().put("ready", shelf.ready()));
      default -> throw nothing();
    };
  }

  private static ObjectNode metadata(Servable servable) {
    ObjectNode answer = Json.object();
    answer.put("name", servable.name());
    answer.putArray("versions").add(Long.toString(servable.version()));
    answer.put("platform", servable.platform());
    tensors(answer.putArray("inputs"), servable.inputs());
    tensors(answer.putArray("outputs"), servable.outputs());
    answer.putObject("parameters").set("node_types", Json.tree(servable.nodeTypes()));
    return answer;
  }

  private static void tensors(ArrayNode parent, List<TensorSpec> specs) {
    for (TensorSpec spec : specs) {
      ObjectNode tensor = parent.addObject();
      tensor.put("name", spec.name()).put("datatype", spec.datatype().name());
      tensor.set("shape", Json.tree(spec.shape()));
      ObjectNode parameters = tensor.putObject("parameters");
      parameters.put("optional", spec.optional());
      parameters.set("meaning", Json.tree(spec.meaning()));
    }
  }
}
