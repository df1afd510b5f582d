package io.github.edgewatt.scaling.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.scaling.TestPods;
import io.github.edgewatt.scaling.funqy.ScalePlace;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The routes of a server whose Redis is away. */
@QuarkusTest
class ScalingRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  private URI root;

  @Inject private ScalePlace function;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void aSnapshotInDecisionsOut() throws Exception {
    HttpResponse<String> answer = post(snapshot());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode decisions = JSON.readTree(answer.body());
    assertThat(decisions.get("creations")).hasSize(1);
    assertThat(decisions.at("/creations/0/zone").asText()).isEqualTo("b");
    assertThat(decisions.at("/creations/0/reason").asText()).isNotBlank();
    assertThat(decisions.get("readings")).isNotEmpty();

    String again = "{\"snapshot\":" + snapshot() + ",\"memory\":" + decisions.get("memory") + "}";
    assertThat(JSON.readTree(post(again).body()).get("creations")).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void theFunctionAnswersOtherBindingsAlike() throws Exception {
    Map<String, Object> question = JSON.readValue(snapshot(), Map.class);
    assertThat(JSON.valueToTree(function.scalePlace(question)).toString())
        .isEqualTo(post(snapshot()).body());
  }

  @Test
  void mistakesAreToldInOneLine() throws Exception {
    for (String body : List.of("", "[]", "{", "{\"snapshot\":{}}")) {
      HttpResponse<String> answer = post(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).get("error").asText()).isNotBlank();
    }
    HttpResponse<String> get = get("scalePlace");
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void theStateSaysWhatIsMissing() throws Exception {
    JsonNode state = JSON.readTree(get("state").body());
    assertThat(state.get("policy").asText()).isEqualTo("pressure");
    assertThat(state.get("daemon").asBoolean()).isTrue();
    assertThat(state.get("dryRun").asBoolean()).isTrue();
    assertThat(state.get("leading").asBoolean()).isTrue();
    assertThat(state.get("waiting").asText()).contains("Redis");
    assertThat(state.get("rounds").has("skipped")).isTrue();
    assertThat(get("_/ready").statusCode()).isEqualTo(503);
    assertThat(get("_/health").statusCode()).isEqualTo(200);
    JsonNode snapshot = JSON.readTree(get("state/snapshot").body());
    assertThat(snapshot.get("pods")).isEmpty();
    assertThat(get("metrics").body())
        .contains(
            "edgewatt_scaling_leading 1.0",
            "edgewatt_scaling_created_total 0.0",
            "edgewatt_scaling_removed_total 0.0",
            "edgewatt_scaling_not_carried_out_total 0.0",
            "edgewatt_scaling_rounds_failed_total 0.0",
            "edgewatt_scaling_events_cut_total 0.0",
            "edgewatt_scaling_events_dropped_total 0.0",
            "edgewatt_scaling_rounds_skipped_total ",
            "edgewatt_scaling_round_seconds ");
  }

  /** Clients of zone b ask the one pod in zone a. */
  private static String snapshot() throws IOException {
    Snapshot bare = TestPods.snapshot(TestPods.NOW, TestPods.pod("one", "a"));
    List<Trace> traces =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new Trace(
                        TestPods.NOW.minusSeconds(1),
                        "resnet_50",
                        "client",
                        "b",
                        "a",
                        "one",
                        0.1,
                        20))
            .toList();
    Snapshot asked =
        new Snapshot(
            bare.at(),
            bare.lookback(),
            bare.nodes(),
            bare.pods(),
            bare.gateways(),
            bare.latencies(),
            traces,
            bare.traffic());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotJson.write(asked, out);
    return out.toString(UTF_8);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(root.resolve("scalePlace"))
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
