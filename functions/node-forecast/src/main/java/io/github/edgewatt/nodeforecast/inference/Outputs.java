package io.github.edgewatt.nodeforecast.inference;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.edgewatt.nodeforecast.inference.Infer.Wanted;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.tensor.Datatype;
import io.github.edgewatt.nodeforecast.tensor.JsonTensors;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer of an inference: JSON, and behind it the bytes of the outputs wanted as such. */
final class Outputs {
  private Outputs() {}

  /**
   * @param wanted the outputs in order
   */
  static Reply written(Servable servable, Optional<String> id, List<Wanted> wanted) {
    byte[] json =
        Json.write(
            generator -> {
              generator.writeStartObject();
              generator.writeStringField("model_name", servable.name());
              generator.writeStringField("model_version", Long.toString(servable.version()));
              if (id.isPresent()) {
                generator.writeStringField("id", id.get());
              }
              generator.writeArrayFieldStart("outputs");
              for (Wanted output : wanted) {
                write(generator, output.tensor(), output.binary());
              }
              generator.writeEndArray();
              generator.writeEndObject();
            });
    List<Tensor> behind = wanted.stream().filter(Wanted::binary).map(Wanted::tensor).toList();
    if (behind.isEmpty()) {
      return Reply.json(200, json);
    }
    int binary = behind.stream().mapToInt(Outputs::size).sum();
    ByteBuffer body = ByteBuffer.allocate(json.length + binary).order(ByteOrder.LITTLE_ENDIAN);
    body.put(json);
    behind.forEach(output -> put(body, output));
    Map<String, String> headers = Map.of(Infer.LENGTH, Integer.toString(json.length));
    return new Reply(200, "application/octet-stream", headers, body.array());
  }

  private static void write(JsonGenerator generator, Tensor output, boolean asBytes)
      throws IOException {
    generator.writeStartObject();
    generator.writeStringField("name", output.name());
    generator.writeStringField("datatype", output.datatype().name());
    generator.writeArrayFieldStart("shape");
    for (int size : output.shape()) {
      generator.writeNumber(size);
    }
    generator.writeEndArray();
    if (asBytes) {
      generator.writeObjectFieldStart("parameters");
      generator.writeNumberField("binary_data_size", size(output));
      generator.writeEndObject();
    } else {
      generator.writeFieldName("data");
      JsonTensors.writeFlat(generator, output);
    }
    generator.writeEndObject();
  }

  private static int size(Tensor output) {
    return output.numbers().length * output.datatype().width();
  }

  private static void put(ByteBuffer body, Tensor output) {
    for (double number : output.numbers()) {
      if (output.datatype() == Datatype.BOOL) {
        body.put((byte) number);
      } else {
        body.putDouble(number);
      }
    }
  }
}
