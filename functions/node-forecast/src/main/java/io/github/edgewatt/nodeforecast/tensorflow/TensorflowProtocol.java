package io.github.edgewatt.nodeforecast.tensorflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Shelf;
import java.util.List;

/** {@code /v1/models/NAME[/versions/V][/metadata]} and {@code …:predict}. */
public final class TensorflowProtocol implements Protocol {
  private static final String PREDICT = ":predict";

  private final Shelf shelf;

  public TensorflowProtocol(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Reply answer(Call call) {
    List<String> path = call.path();
    if (path.size() < 3 || !path.get(1).equals("models")) {
      throw new Refused(404, "nothing at this path: /v1/models/NAME, /metadata or :predict");
    }
    String last = path.get(path.size() - 1);
    int colon = last.indexOf(':');
    if (colon >= 0) {
      call.allow("POST");
      if (!last.substring(colon).equals(PREDICT)) {
        throw Refused.bad("models here are asked by :predict alone");
      }
      return Predict.answer(servable(path, path.size(), last.substring(0, colon)), call.body());
    }
    call.allow("GET");
    if (last.equals("metadata") && path.size() > 3) {
      int size = path.size() - 1;
      return Reply.json(Metadata.of(servable(path, size, path.get(size - 1))));
    }
    return status(servable(path, path.size(), last));
  }

  /** The model in the first {@code size} parts of the path, of which {@code last} is the last. */
  private Servable servable(List<String> path, int size, String last) {
    if (size == 3) {
      return shelf.servable(last);
    }
    if (size == 5 && path.get(3).equals("versions")) {
      return shelf.servable(path.get(2), last);
    }
    throw new Refused(404, "nothing at this path: /v1/models/NAME[/versions/V]");
  }

  private static Reply status(Servable servable) {
    ObjectNode answer = Json.object();
    ObjectNode one = answer.putArray("model_version_status").addObject();
    one.put("version", Long.toString(servable.version()));
    one.put("state", "AVAILABLE");
    one.putObject("status").put("error_code", "OK").put("error_message", "");
    return Reply.json(answer);
  }
}
