package io.github.edgewatt.weights.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.weights.TestSnapshots;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routes of a server whose Redis, etcd and InfluxDB are away. */
@QuarkusTest
@QuarkusTestResource(AwayServers.class)
class WeightRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  private URI root;

  @Inject private WeightCalc function;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void aSnapshotInWeightsOut() throws Exception {
    HttpResponse<String> answer = post(snapshot());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode weights = JSON.readTree(answer.body());
    assertThat(weights.get("policy").asText()).isEqualTo("logistic");
    assertThat(weights.at("/weights/0/fn").asText()).isEqualTo("resnet");
    assertThat(weights.at("/weights/0/weights/ips/0").asText()).isEqualTo("10.0.0.1:8080");
    assertThat(weights.at("/weights/0/weights/weights/0").asInt()).isPositive();
  }

  @Test
  @SuppressWarnings("unchecked")
  void theFunctionAnswersOtherBindingsAlike() throws Exception {
    Map<String, Object> question = JSON.readValue(snapshot(), Map.class);
    assertThat(JSON.valueToTree(function.weightCalc(question)).toString())
        .isEqualTo(post(snapshot()).body());
    assertThatThrownBy(() -> function.weightCalc(Map.of("at", 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void mistakesAreToldInOneLine() throws Exception {
    for (String body : List.of("", "[]", "{", "{\"at\":7}")) {
      HttpResponse<String> answer = post(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).get("error").asText())
          .startsWith("the body is ")
          .doesNotContain("\n");
    }
    HttpResponse<String> get = get("weightCalc");
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void theStateSaysWhatIsMissing() throws Exception {
    JsonNode state = JSON.readTree(get("state").body());
    assertThat(state.get("policy").asText()).isEqualTo("logistic");
    assertThat(state.get("daemon").asBoolean()).isTrue();
    assertThat(state.get("leading").asBoolean()).isFalse();
    assertThat(state.get("intervalSeconds").asDouble()).isEqualTo(0.1);
    assertThat(state.get("missing").asText()).contains("Redis at 127.0.0.1:1");
    assertThat(state.at("/rounds/done").asInt()).isZero();
    assertThat(state.at("/influxdb/waiting").asInt()).isZero();
    assertThat(get("_/ready").statusCode()).isEqualTo(503);
    assertThat(get("_/health").statusCode()).isEqualTo(200);
    JsonNode seen = JSON.readTree(get("state/snapshot").body());
    assertThat(seen.get("pods")).isEmpty();
  }

  @Test
  void figuresAreThereBeforeTheFirstRound() throws Exception {
    assertThat(get("metrics").body())
        .contains(
            "edgewatt_weights_leading 0.0",
            "edgewatt_weights_rounds_total 0.0",
            "edgewatt_weights_keys_written_total 0.0",
            "edgewatt_weights_events_dropped_total 0.0",
            "edgewatt_weights_influxdb_lines_total{outcome=\"written\"} 0.0",
            "edgewatt_weights_telemetry_dropped_total{reason=");
  }

  private static String snapshot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotJson.write(TestSnapshots.onePod(), out);
    return out.toString(UTF_8);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(root.resolve("weightCalc"))
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }
}
