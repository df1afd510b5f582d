package io.github.edgewatt.nodeforecast.tensorflow;

import static io.github.edgewatt.nodeforecast.Calls.get;
import static io.github.edgewatt.nodeforecast.Calls.json;
import static io.github.edgewatt.nodeforecast.Calls.post;
import static io.github.edgewatt.nodeforecast.Calls.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.nodeforecast.Shelves;
import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorflowProtocolTest {
  private static final Protocol SERVED =
      new TensorflowProtocol(
          Shelves.of(Map.of("both", TestModels.power(), "light", TestModels.light())));

  @Test
  void tellsTheStatus() {
    for (String path :
        new String[] {"/v1/models/light", "/v1/models/light/versions/" + TestModels.VERSION}) {
      JsonNode status = json(SERVED, get(path)).path("model_version_status").path(0);
      assertThat(status.path("version").asText()).isEqualTo("" + TestModels.VERSION);
      assertThat(status.path("state").asText()).isEqualTo("AVAILABLE");
      assertThat(status.path("status").path("error_code").asText()).isEqualTo("OK");
    }
  }

  @Test
  void tellsTheMetadata() {
    JsonNode answer = json(SERVED, get("/v1/models/both-power/metadata"));
    assertThat(answer.path("model_spec").path("name").asText()).isEqualTo("both-power");
    JsonNode signatures = answer.at("/metadata/signature_def/signature_def");
    assertThat(signatures.properties().stream().map(Map.Entry::getKey))
        .containsExactly("serving_default", "LIGHT", "MID");
    JsonNode inputs = signatures.at("/serving_default/inputs/inputs");
    assertThat(inputs.path("dtype").asText()).isEqualTo("DT_FLOAT");
    assertThat(inputs.at("/tensor_shape/dim/1/size").asText()).isEqualTo("4");
    assertThat(signatures.at("/MID/outputs/outputs/dtype").asText()).isEqualTo("DT_DOUBLE");
  }

  @Test
  void predictsRowsAndColumnsAlike() {
    String path = "/v1/models/light:predict";
    JsonNode row = json(SERVED, post(path, "{'instances': [[10, 20], [0, 0]]}")).at("/predictions");
    JsonNode columns = json(SERVED, post(path, "{'inputs': [[10, 20], [0, 0]]}")).at("/outputs");
    // 0.5 % for each env and 1 % for each figlet over 20 % at rest, 0.2 W for each percent over 10.
    assertThat(row.at("/0/cpu_usage_node").asDouble()).isCloseTo(45, within(1e-9));
    assertThat(row.at("/0/power_usage_node").asDouble()).isCloseTo(15e6, within(1e-3));
    assertThat(row.at("/1/power_usage_node_low").asDouble()).isEqualTo(0);
    assertThat(row.at("/1/power_usage_node_high").asDouble()).isCloseTo(30e6, within(1e-3));
    assertThat(row.at("/0/novel").isBoolean()).isTrue();
    row.get(0)
        .properties()
        .forEach(
            output -> {
              assertThat(columns.path(output.getKey()).path(0)).isEqualTo(output.getValue());
              assertThat(columns.path(output.getKey()).path(1))
                  .isEqualTo(row.get(1).path(output.getKey()));
            });
    assertThat(columns.properties()).hasSameSizeAs(row.get(0).properties());
  }

  @Test
  void namedInputsStandInRowsAndColumns() {
    JsonNode rows =
        json(
            SERVED,
            post(
                "/v1/models/both:predict",
                "{'instances': [{'rates': [10, 20], 'node_type': 'MID'},"
                    + "{'rates': [10, 20], 'node_type': {'b64': 'TElHSFQ='}}]}"));
    assertThat(rows.at("/predictions/0/cpu_usage_node").asDouble()).isCloseTo(65, within(1e-9));
    assertThat(rows.at("/predictions/1/cpu_usage_node").asDouble()).isCloseTo(45, within(1e-9));
    JsonNode columns =
        json(
            SERVED,
            post(
                "/v1/models/both:predict",
                "{'inputs': {'rates': [[10, 20]], 'node_type': ['mid'],"
                    + "'idle': [[100, null, null, 7]]}}"));
    assertThat(columns.at("/outputs/cpu_usage_node/0").asDouble()).isCloseTo(125, within(1e-9));
    assertThat(columns.at("/outputs/power_usage_node/0").asDouble()).isCloseTo(12e6, within(1e-3));
    assertThat(columns.at("/outputs/ram_usage_node/0").asDouble()).isCloseTo(2.002e9, within(1.));
  }

  /** The tensors of WAO's models, with its model's way to name the node: the signature. */
  @Test
  void answersWattsAsWaosModelsDo() {
    JsonNode columns =
        json(
            SERVED,
            post(
                "/v1/models/both-power:predict",
                "{'inputs': [[0.5, 0.2, 0.3, null]], 'signature_name': 'MID'}"));
    // 20 W at rest at 40 of 400 %; 0.2 W for each of the 160 % above.
    assertThat(columns.at("/outputs/0/0").asDouble()).isCloseTo(52, within(.05));
    JsonNode rows =
        json(SERVED, post("/v1/models/both-power-LIGHT:predict", "{'instances': [[0.1,9,9,9]]}"));
    assertThat(rows.at("/predictions/0/0").asDouble()).isCloseTo(10, within(.05));
    assertThat(rows.path("predictions").path(0).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aRowIsAnsweredTheSameAloneAndAmongOthers(long seed) {
    Random random = new Random(seed);
    StringBuilder all = new StringBuilder();
    int rows = 1 + random.nextInt(Shelves.MOST_ROWS);
    String[] each = new String[rows];
    for (int i = 0; i < rows; i++) {
      each[i] = "[" + 120 * random.nextDouble() + "," + random.nextInt(120) + "]";
      all.append(i == 0 ? "" : ",").append(each[i]);
    }
    String path = "/v1/models/light:predict";
    JsonNode together = json(SERVED, post(path, "{'instances': [" + all + "]}")).at("/predictions");
    assertThat(together).hasSize(rows);
    for (int i = 0; i < rows; i++) {
      JsonNode alone = json(SERVED, post(path, "{'instances': [" + each[i] + "]}"));
      assertThat(together.get(i)).isEqualTo(alone.at("/predictions/0"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'instances': [[10]]} | 400 rates has shape [1, 1], but the model takes [-1, 2]: env, figlet",
        "{'instances': [10, 20]} | 400 rates has shape [2], but the model takes [-1, 2]: env, figlet",
        "{'instances': [[1, 2], [3]]} | 400 rates is ragged: arrays of one level differ in length or depth",
        "{'instances': [[1, [2]]]} | 400 rates is ragged: arrays of one level differ in length or depth",
        "{'instances': [[1, 'x']]} | 400 rates holds text where a number is expected",
        "{'instances': [['a', 'b']]} | 400 rates is BYTES, but the model takes FP32 or FP64",
        "{'instances': [[1, -2]]} | 400 rates: figlet in row 0 is -2.0: requests per second, a number of 0 or more",
        "{'instances': [[1, null]]} | 400 rates: figlet in row 0 is NaN: requests per second, a number of 0 or more",
        "{'instances': [[1, 1e999]]} | 400 rates: figlet in row 0 is Infinity: requests per second, a number of 0 or more",
        "{'instances': [[1, NaN]]} | 400 the body is not JSON: Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow",
        "{'instances': []} | 400 instances is no array of one row or more",
        "{'instances': 3} | 400 instances is no array of one row or more",
        "{'inputs': 3} | 400 rates is no array",
        "{'inputs': []} | 400 rates has shape [0], but the model takes [-1, 2]: env, figlet",
        "{'inputs': {'rate': [[1, 2]]}} | 400 input rates is missing",
        "{'inputs': {'rates': [[1, 2]], 'temperature': [1]}} | 400 no input temperature; there are rates, node_type, idle",
        "{'inputs': {'rates': [[1, 2]], 'node_type': ['HEAVY']}} | 400 no node type 'HEAVY': the model knows LIGHT",
        "{'inputs': {'rates': [[1, 2], [3, 4]], 'node_type': ['LIGHT', 'LIGHT', 'LIGHT']}} | 400 node_type has 3 rows for 2 questions: one for all or one each",
        "{'inputs': {'rates': [[1, 2]], 'idle': [[-1, 0, 0, 0]]}} | 400 idle: -1.0 in row 0: a number of 0 or more, or NaN",
        "{'inputs': {'rates': [[1, 2]], 'idle': [[900, 0, 0, 0]]}} | 400 CPU at rest is 900 %, but LIGHT has 200 % in all",
        "{'inputs': [[1, 2]], 'instances': [[1, 2]]} | 400 send either instances (rows) or inputs (columns)",
        "{} | 400 send either instances (rows) or inputs (columns)",
        "{'instances': [[1, 2]], 'signature_name': 'HEAVY'} | 400 no signature 'HEAVY'; there are serving_default, LIGHT",
        "{'instances': [[1, 2]], 'model': 'x'} | 400 no field 'model'; there are signature_name, and instances or inputs",
        "{'instances': [{'rates': [1, 2]}, [3, 4]]} | 400 instances mixes objects with other rows",
        "{'instances': [{'rates': [1, 2]}, {'rates': [1, 2], 'node_type': 'LIGHT'}]} | 400 node_type stands in 1 of 2 instances: in all or none",
        "[1] | 400 the body is JSON but no object",
        "'' | 400 the body is JSON but no object",
        "{'instances': [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]} | 400 the body is not JSON: Document nesting depth (17) exceeds the maximum allowed (16, from `StreamReadConstraints.getMaxNestingDepth()`)",
      })
  void refusesWhatIsWrong(String body, String refusal) {
    assertThat(refusal(SERVED, post("/v1/models/light:predict", body))).isEqualTo(refusal);
  }

  @Test
  void refusesTooManyRows() {
    String rows = "[1,2],".repeat(Shelves.MOST_ROWS) + "[1,2]";
    assertThat(refusal(SERVED, post("/v1/models/light:predict", "{'instances': [" + rows + "]}")))
        .isEqualTo("400 65 rows: 1 to 64 in a request");
  }

  @Test
  void asksWhichNodeWhereItMatters() {
    assertThat(refusal(SERVED, post("/v1/models/both:predict", "{'instances': [[1, 2]]}")))
        .isEqualTo(
            "400 the model knows several kinds of nodes: say which as input node_type, one of"
                + " LIGHT, MID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET | /v1/models/none | 404 no model none; there are both",
        "POST | /v1/models/none:predict | 404 no model none; there are both",
        "GET | /v1/models/light/versions/7 | 404 model light has no version 7, only 1795342500",
        "GET | /v1/models/light/labels/stable | 404 nothing at this path",
        "GET | /v1/models | 404 nothing at this path",
        "GET | /v1/else/light | 404 nothing at this path",
        "POST | /v1/models/light:classify | 400 models here are asked by :predict alone",
        "GET | /v1/models/light:predict | 405 GET is not for this path: use POST",
        "DELETE | /v1/models/light | 405 DELETE is not for this path: use GET",
      })
  void knowsItsPaths(String method, String path, String refusal) {
    assertThat(refusal(SERVED, io.github.edgewatt.nodeforecast.Calls.call(method, path, "{}")))
        .startsWith(refusal);
  }

  @Test
  void isUnavailableWithoutModels() {
    Protocol empty = new TensorflowProtocol(Shelves.of(Map.of()));
    assertThat(refusal(empty, post("/v1/models/x:predict", "{}")))
        .startsWith("503 no model is loaded: there is none in ");
  }
}
