package io.github.edgewatt.nodeforecast.inference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.tensor.Datatype;
import io.github.edgewatt.nodeforecast.tensor.JsonTensors;
import io.github.edgewatt.nodeforecast.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a request: as JSON, or as bytes behind it, in the order they are named. */
final class Inputs {
  private static final int MOST_INPUTS = 16;
  private static final int MOST_DIMENSIONS = 4;
  private static final int LARGEST = 1 << 24;

  private final ByteBuffer bytes;

  /**
   * @param from where the bytes begin
   */
  Inputs(byte[] body, int from) {
    bytes = ByteBuffer.wrap(body, from, body.length - from).order(ByteOrder.LITTLE_ENDIAN);
  }

  Map<String, Tensor> read(JsonNode inputs) {
    if (!inputs.isArray() || inputs.isEmpty() || inputs.size() > MOST_INPUTS) {
      throw Refused.bad("inputs is no array of 1 to " + MOST_INPUTS + " tensors");
    }
    Map<String, Tensor> read = new LinkedHashMap<>();
    for (JsonNode input : inputs) {
      Tensor tensor = read(input.path("name").asText(""), input);
      if (read.put(tensor.name(), tensor) != null) {
        throw Refused.bad("input " + tensor.name() + " stands twice");
      }
    }
    if (bytes.hasRemaining()) {
      throw Refused.bad(bytes.remaining() + " bytes behind the JSON belong to no input");
    }
    return read;
  }

  private Tensor read(String name, JsonNode input) {
    if (name.isEmpty()) {
      throw Refused.bad("an input has no name");
    }
    Datatype datatype = datatype(name, input.path("datatype").asText(""));
    List<Integer> shape = shape(name, input.path("shape"));
    JsonNode size = input.path("parameters").path("binary_data_size");
    JsonNode data = input.path("data");
    if (size.isMissingNode() == data.isMissingNode()) {
      throw Refused.bad(name + " needs data, or bytes behind the JSON and their binary_data_size");
    }
    if (!size.isMissingNode()) {
      return binary(name, datatype, shape, size);
    }
    Tensor tensor = JsonTensors.shaped(name, shape, data);
    if ((tensor.datatype() == Datatype.BYTES) != (datatype == Datatype.BYTES)) {
      throw Refused.bad(name + " says " + datatype + " but holds other data");
    }
    return tensor;
  }

  private static Datatype datatype(String name, String told) {
    for (Datatype datatype : List.of(Datatype.FP32, Datatype.FP64, Datatype.BYTES)) {
      if (datatype.name().equals(told)) {
        return datatype;
      }
    }
    throw Refused.bad(name + " has datatype '" + told + "': models here take FP32, FP64 and BYTES");
  }

  private static List<Integer> shape(String name, JsonNode told) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode size : told) {
      if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
        throw Refused.bad(name + " has shape " + told + ": sizes of 0 or more");
      }
      shape.add(size.intValue());
    }
    long elements = 1;
    for (int size : shape) {
      elements = Math.min(LARGEST + 1L, elements * size);
    }
    if (shape.isEmpty() || shape.size() > MOST_DIMENSIONS || elements > LARGEST) {
      throw Refused.bad(name + " has shape " + told + ", which no model here takes");
    }
    return shape;
  }

  private Tensor binary(String name, Datatype datatype, List<Integer> shape, JsonNode told) {
    int size = told.isIntegralNumber() && told.canConvertToInt() ? told.intValue() : -1;
    if (size < 0 || size > bytes.remaining()) {
      throw Refused.bad(
          "%s has binary_data_size %s, but %d bytes are left of the body"
              .formatted(name, told, bytes.remaining()));
    }
    int end = bytes.position() + size;
    int elements = Math.toIntExact(Tensor.elements(shape));
    if (datatype == Datatype.BYTES) {
      return Tensor.of(name, shape, texts(name, elements, end));
    }
    if ((long) elements * datatype.width() != size) {
      throw Refused.bad(
          "%s has %d bytes, but %s of shape %s takes %d"
              .formatted(name, size, datatype, shape, (long) elements * datatype.width()));
    }
    double[] numbers = new double[elements];
    for (int i = 0; i < elements; i++) {
      numbers[i] = datatype == Datatype.FP32 ? bytes.getFloat() : bytes.getDouble();
    }
    return Tensor.of(name, datatype, shape, numbers);
  }

  /** Each text behind its length in four bytes. */
  private List<String> texts(String name, int elements, int end) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements; i++) {
      int length = end - bytes.position() >= Integer.BYTES ? bytes.getInt() : -1;
      if (length < 0 || length > end - bytes.position()) {
        throw Refused.bad(name + " has bytes that end within text " + i);
      }
      byte[] text = new byte[length];
      bytes.get(text);
      texts.add(new String(text, StandardCharsets.UTF_8));
    }
    if (bytes.position() != end) {
      throw Refused.bad(name + " has more bytes than its " + elements + " texts");
    }
    return texts;
  }
}
