package io.github.edgewatt.scoring.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function and the explanation as callers meet them. */
@QuarkusTest
class QuestionRoutesTest {
  @TestHTTPResource URI address;

  private Caller caller;

  @BeforeEach
  void connect() {
    caller = new Caller(address);
  }

  @Test
  void theFunctionScoresAllNodesWhereNoneAreNamed() throws Exception {
    HttpResponse<String> answer = caller.post("/nodeScoring", "{\"pod\":{\"cpu\":\"500m\"}}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"nodes\":[{\"node\":\"n1\",\"score\":100.0,\"neutral\":false,\"watts\":109.8,")
        .contains(
            "{\"node\":\"n3\",\"score\":50.0,\"neutral\":true,\"watts\":null,\"deltaWatts\":null,"
                + "\"fallback\":false,\"reasons\":[\"temperature page 22 min old\"]}");
  }

  @Test
  void replicasAreAnsweredStepByStep() throws Exception {
    HttpResponse<String> answer =
        caller.post("/nodeScoring", "{\"pod\":{\"cpu\":1},\"nodes\":[\"n1\"],\"replicas\":4}");

    assertThat(answer.body())
        .contains("{\"node\":\"n1\",\"deltaWatts\":2.5,\"totalWatts\":7.5}")
        .contains("\"why\":\"nothing more fits\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nodeScoring", "/namespaces/default/estimators/main/values/powerconsumption"})
  void waosEstimatorIsAnsweredInItsForm(String path) throws Exception {
    assertThat(caller.post(path, "{\"cpu_milli\":500,\"num_workloads\":3}").body())
        .isEqualTo("{\"cpu_milli\":500,\"num_workloads\":3,\"watt_increases\":[2.5,5.0,7.5]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nodeScoring", "/explain"})
  void badInputIs400InOneLine(String path) throws Exception {
    assertError(caller.post(path, ""), "send a JSON object");
    assertError(caller.post(path, "{\"pod\":{\"cpu\":\"much\"}}"), "pod.cpu is no amount of CPU");
    assertError(caller.post(path, "{\"pod\":{},\"policy\":\"best\"}"), "no policy 'best'");
    assertError(caller.post(path, "{"), "the body is no JSON");
    assertError(caller.post(path, "{\"pods\":{}}"), "no field 'pods'");
  }

  @Test
  void explainTellsInputsAndReasons() throws Exception {
    HttpResponse<String> answer =
        caller.post("/explain", "{\"pod\":{\"cpu\":1},\"nodes\":[\"n1\",\"full\"]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"coresBefore\":1.24,\"coresAfter\":1.76,\"ambientCelsius\":24.0")
        .contains("\"rejected\":\"no room\"")
        .contains("\"reasons\":[\"unknown node\"]");
    assertError(caller.post("/explain", "{\"pod\":{},\"replicas\":2}"), "takes no replicas");
  }

  @Test
  void whatCurlCallsAFormIsAQuestion() throws Exception {
    String names = "\"" + "n".repeat(60_000) + "\"";
    String body = "{\"Pod\":{\"metadata\":{}},\"NodeNames\":[" + names + "]}";

    HttpResponse<String> answer = caller.postForm("/prioritize", body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[{\"Host\":" + names + ",\"Score\":5}]");
  }

  @Test
  void stateAndHealthAreThere() throws Exception {
    assertThat(caller.get("/state").body()).contains("\"policy\":\"power\"", "\"waiting\":0");
    assertThat(caller.get("/_/health").statusCode()).isEqualTo(200);
    assertThat(caller.get("/nothing").statusCode()).isEqualTo(404);
  }

  private static void assertError(HttpResponse<String> answer, String message) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"").contains(message).doesNotContain("\\n");
  }
}
