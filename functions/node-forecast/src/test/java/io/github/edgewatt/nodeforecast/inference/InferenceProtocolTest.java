package io.github.edgewatt.nodeforecast.inference;

import static io.github.edgewatt.nodeforecast.Calls.binary;
import static io.github.edgewatt.nodeforecast.Calls.call;
import static io.github.edgewatt.nodeforecast.Calls.get;
import static io.github.edgewatt.nodeforecast.Calls.json;
import static io.github.edgewatt.nodeforecast.Calls.post;
import static io.github.edgewatt.nodeforecast.Calls.refusal;
import static io.github.edgewatt.nodeforecast.Calls.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.nodeforecast.Shelves;
import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceProtocolTest {
  private static final String INFER = "/v2/models/light/infer";
  private static final Protocol SERVED =
      new InferenceProtocol(
          Shelves.of(Map.of("both", TestModels.power(), "light", TestModels.light())), "1.2.3");

  @Test
  void tellsOfTheServerAndItsHealth() {
    JsonNode server = json(SERVED, get("/v2"));
    assertThat(server.path("version").asText()).isEqualTo("1.2.3");
    assertThat(server.path("extensions"))
        .extracting(JsonNode::asText)
        .contains("binary_tensor_data");
    assertThat(json(SERVED, get("/v2/health/live")).path("live").asBoolean()).isTrue();
    assertThat(json(SERVED, get("/v2/health/ready")).path("ready").asBoolean()).isTrue();
    assertThat(json(SERVED, get("/v2/models")).path("models"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "both",
            "both-power",
            "both-power-LIGHT",
            "both-power-MID",
            "light",
            "light-power",
            "light-power-LIGHT");
    Protocol empty = new InferenceProtocol(Shelves.of(Map.of()), "");
    assertThat(empty.answer(get("/v2/health/live")).status()).isEqualTo(200);
    assertThat(empty.answer(get("/v2/health/ready")).status()).isEqualTo(503);
    assertThat(refusal(empty, get("/v2/models/x/ready"))).startsWith("503 no model is loaded");
  }

  @Test
  void tellsOfAModel() {
    JsonNode model = json(SERVED, get("/v2/models/light/versions/" + TestModels.VERSION));
    assertThat(model.path("versions").path(0).asText()).isEqualTo("" + TestModels.VERSION);
    assertThat(model.at("/inputs/0/name").asText()).isEqualTo("rates");
    assertThat(model.at("/inputs/0/shape/1").asInt()).isEqualTo(2);
    assertThat(model.at("/inputs/0/parameters/meaning"))
        .extracting(JsonNode::asText)
        .containsExactly("env", "figlet");
    assertThat(model.path("outputs"))
        .extracting(output -> output.path("name").asText())
        .containsExactly(
            "cpu_usage_node",
            "cpu_usage_node_low",
            "cpu_usage_node_high",
            "ram_usage_node",
            "ram_usage_node_low",
            "ram_usage_node_high",
            "power_usage_node",
            "power_usage_node_low",
            "power_usage_node_high",
            "extrapolated",
            "novel");
    assertThat(json(SERVED, get("/v2/models/light/ready")).path("ready").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[10, 20, 30, 40]",
        "[[10, 20], [30, 40]]",
        "[10.0, 2e1, 30, 40]",
      })
  void takesFlatAndNestedData(String data) {
    JsonNode answer =
        json(
            SERVED,
            post(
                INFER,
                "{'id': 'a7', 'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [2, 2],"
                    + "'data': "
                    + data
                    + "}], 'outputs': [{'name': 'cpu_usage_node'}, {'name': 'novel'}]}"));
    assertThat(answer.path("id").asText()).isEqualTo("a7");
    assertThat(answer.path("model_name").asText()).isEqualTo("light");
    assertThat(answer.path("model_version").asText()).isEqualTo("" + TestModels.VERSION);
    assertThat(answer.path("outputs")).hasSize(2);
    assertThat(answer.at("/outputs/0/shape/0").asInt()).isEqualTo(2);
    assertThat(answer.at("/outputs/0/data/0").asDouble()).isCloseTo(45, within(1e-9));
    assertThat(answer.at("/outputs/0/data/1").asDouble()).isCloseTo(75, within(1e-9));
    assertThat(answer.at("/outputs/1/datatype").asText()).isEqualTo("BOOL");
    assertThat(answer.at("/outputs/1/data/0").isBoolean()).isTrue();
  }

  private static Reply ask(String parameters, String outputs, byte[] rates, String node) {
    byte[] text = node.getBytes(StandardCharsets.UTF_8);
    String json =
        ("{'inputs': [{'name': 'rates', 'datatype': 'FP64', 'shape': [%d, 2],"
                + "'parameters': {'binary_data_size': %d}},"
                + "{'name': 'node_type', 'datatype': 'BYTES', 'shape': [1],"
                + "'parameters': {'binary_data_size': %d}}]%s%s}")
            .formatted(rates.length / 16, rates.length, text.length + 4, outputs, parameters)
            .replace('\'', '"');
    byte[] head = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocate(head.length + rates.length + 4 + text.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    body.put(head).put(rates).putInt(text.length).put(text);
    return SERVED.answer(binary("/v2/models/both/infer", head.length, body.array()));
  }

  private static byte[] bytes(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    return bytes.array();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void answersBytesAsItAnswersJson(long seed) {
    Random random = new Random(seed);
    double[] rates = random.doubles(2L + 2L * random.nextInt(8), 0, 130).toArray();
    Reply reply = ask(",'parameters': {'binary_data_output': true}", "", bytes(rates), "MID");
    assertThat(reply.contentType()).isEqualTo("application/octet-stream");
    int length = Integer.parseInt(reply.headers().get("Inference-Header-Content-Length"));
    JsonNode head = tree(Arrays.copyOf(reply.body(), length));
    ByteBuffer behind =
        ByteBuffer.wrap(reply.body(), length, reply.body().length - length)
            .order(ByteOrder.LITTLE_ENDIAN);
    JsonNode told =
        json(
            SERVED,
            post(
                "/v2/models/both/infer",
                "{'parameters': {'node_type': 'MID'}, 'inputs': [{'name': 'rates', 'shape': [%d, 2],"
                        .formatted(rates.length / 2)
                    + "'datatype': 'FP64', 'data': "
                    + Arrays.toString(rates)
                    + "}]}"));
    assertThat(head.path("outputs")).hasSameSizeAs(told.path("outputs")).hasSize(11);
    for (JsonNode output : told.path("outputs")) {
      boolean truth = output.path("datatype").asText().equals("BOOL");
      for (JsonNode value : output.path("data")) {
        if (truth) {
          assertThat(behind.get() == 1).isEqualTo(value.booleanValue());
        } else {
          assertThat(behind.getDouble()).isEqualTo(value.doubleValue());
        }
      }
    }
    assertThat(behind.hasRemaining()).isFalse();
  }

  @Test
  void mixesBytesAndJson() {
    Reply reply =
        ask(
            "",
            ",'outputs': [{'name': 'novel', 'parameters': {'binary_data': false}},"
                + "{'name': 'cpu_usage_node', 'parameters': {'binary_data': true}}]",
            bytes(10, 20),
            "LIGHT");
    int length = Integer.parseInt(reply.headers().get("Inference-Header-Content-Length"));
    JsonNode head = tree(Arrays.copyOf(reply.body(), length));
    assertThat(head.at("/outputs/0/data/0").isBoolean()).isTrue();
    assertThat(head.at("/outputs/1/parameters/binary_data_size").asInt()).isEqualTo(8);
    assertThat(head.at("/outputs/1").has("data")).isFalse();
    assertThat(ByteBuffer.wrap(reply.body(), length, 8).order(ByteOrder.LITTLE_ENDIAN).getDouble())
        .isCloseTo(45, within(1e-9));
    assertThat(reply.body()).hasSize(length + 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'inputs': []} | 400 inputs is no array of 1 to 16 tensors",
        "{} | 400 inputs is no array of 1 to 16 tensors",
        "{'inputs': [{'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 2]}]} | 400 an input has no name",
        "{'inputs': [{'name': 'rates', 'datatype': 'INT64', 'shape': [1, 2], 'data': [1, 2]}]} | 400 rates has datatype 'INT64': models here take FP32, FP64 and BYTES",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 3], 'data': [1, 2, 3]}]} | 400 rates has shape [1, 3], but the model takes [-1, 2]: env, figlet",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [2, 2], 'data': [1, 2]}]} | 400 rates has data of shape [2], but says shape [2, 2]",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [[1], [2]]}]} | 400 rates has data of shape [2, 1], but says shape [1, 2]",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [-1, 2], 'data': [1, 2]}]} | 400 rates has shape [-1,2]: sizes of 0 or more",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [], 'data': []}]} | 400 rates has shape [], which no model here takes",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [2000000000, 2000000000], 'data': []}]} | 400 rates has shape [2000000000,2000000000], which no model here takes",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [0, 2], 'data': []}]} | 400 0 rows: 1 to 64 in a request",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2]}]} | 400 rates needs data, or bytes behind the JSON and their binary_data_size",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'parameters': {'binary_data_size': 8}}]} | 400 rates has binary_data_size 8, but 0 bytes are left of the body",
        "{'inputs': [{'name': 'rates', 'datatype': 'BYTES', 'shape': [1, 2], 'data': [1, 2]}]} | 400 rates says BYTES but holds other data",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': ['1', '2']}]} | 400 rates says FP32 but holds other data",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 2]}, {'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 2]}]} | 400 input rates stands twice",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, -1]}]} | 400 rates: figlet in row 0 is -1.0: requests per second, a number of 0 or more",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 1]}], 'outputs': [{'name': 'watts'}]} | 400 no output 'watts'; there are cpu_usage_node, cpu_usage_node_low",
        "{'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 1]}], 'outputs': [{'name': 'novel', 'parameters': {'classification': 2}}]} | 400 novel: classification and shared memory are not for these models",
        "{'id': 7, 'inputs': [{'name': 'rates', 'datatype': 'FP32', 'shape': [1, 2], 'data': [1, 1]}]} | 400 id is no text",
        "{'id': 'a', 'id': 'b'} | 400 the body is not JSON: Duplicate field 'id' for `ObjectNode`: not allowed when `DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY` enabled",
      })
  void refusesWhatIsWrong(String body, String refusal) {
    assertThat(refusal(SERVED, post(INFER, body))).startsWith(refusal);
  }

  @Test
  void refusesBytesThatDoNotFit() {
    String json =
        "{\"inputs\":[{\"name\":\"rates\",\"datatype\":\"FP32\",\"shape\":[1,2],"
            + "\"parameters\":{\"binary_data_size\":%d}}]}";
    assertThat(refusal(SERVED, binary(INFER, 5, bytes(1)))).startsWith("400 the body is not JSON");
    assertThat(refusal(SERVED, binary(INFER, 9, bytes(1))))
        .isEqualTo("400 Inference-Header-Content-Length is 9, but the body has 8 bytes");
    for (int size : new int[] {4, 7, 12, 16}) {
      byte[] head = json.formatted(size).getBytes(StandardCharsets.UTF_8);
      byte[] body = Arrays.copyOf(head, head.length + 16);
      assertThat(refusal(SERVED, binary(INFER, head.length, body)))
          .isEqualTo("400 rates has " + size + " bytes, but FP32 of shape [1, 2] takes 8");
    }
    byte[] head = json.formatted(8).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(SERVED, binary(INFER, head.length, Arrays.copyOf(head, head.length + 9))))
        .isEqualTo("400 1 bytes behind the JSON belong to no input");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, node_type has bytes that end within text 0",
    "3, 0, node_type has bytes that end within text 0",
    "8, 3, node_type has more bytes than its 1 texts",
    "8, -1, node_type has bytes that end within text 0",
    "8, 2147483647, node_type has bytes that end within text 0"
  })
  void refusesTextsThatDoNotFit(int size, int length, String refusal) {
    String json =
        ("{'inputs': [{'name': 'node_type', 'datatype': 'BYTES', 'shape': [1],"
                + "'parameters': {'binary_data_size': %d}}]}")
            .formatted(size)
            .replace('\'', '"');
    byte[] head = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(head.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    body.put(head).putInt(size == 5 ? 2 : length);
    assertThat(
            refusal(
                SERVED,
                binary(INFER, head.length, Arrays.copyOf(body.array(), head.length + size))))
        .isEqualTo("400 " + refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET | /v2/models/none | 404 no model none; there are both",
        "GET | /v2/models/light/versions/1 | 404 model light has no version 1",
        "GET | /v2/models/light/config | 404 nothing at this path",
        "GET | /v2/models/light/ready/now | 404 nothing at this path",
        "GET | /v2/else | 404 nothing at this path",
        "GET | /v2/health/well | 404 nothing at this path",
        "GET | /v2/models/light/infer | 405 GET is not for this path: use POST",
        "POST | /v2/models/light | 405 POST is not for this path: use GET",
        "POST | /v2/models/light/infer | 400 the body is empty: send a JSON object",
      })
  void knowsItsPaths(String method, String path, String refusal) {
    assertThat(refusal(SERVED, call(method, path, ""))).startsWith(refusal);
  }
}
