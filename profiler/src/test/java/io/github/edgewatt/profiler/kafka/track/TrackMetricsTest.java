package io.github.edgewatt.profiler.kafka.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Prometheus gets over HTTP. */
class TrackMetricsTest {
  private static final String HOST = "127.0.0.1";
  private final TrackMetrics metrics = new TrackMetrics();

  private static String get(String url) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private List<String> lines(String path) throws Exception {
    try (MetricsEndpoint endpoint = new MetricsEndpoint(metrics, HOST, 0)) {
      assertThat(endpoint.url()).matches("http://127\\.0\\.0\\.1:\\d+/metrics");
      return get(endpoint.url().replaceFirst("/metrics$", path)).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics"})
  void thePublishedNamesAndOursAtBothPaths(String path) throws Exception {
    metrics.result(TestResults.WHOLE, "10.0.0.7", false);
    assertThat(lines(path))
        .contains(
            "# TYPE yolo_requests_received_total counter",
            "# TYPE yolo_duplicates_total counter",
            "# TYPE yolo_malformed_total counter",
            "# TYPE yolo_pre_time histogram",
            "# TYPE yolo_inference_time histogram",
            "# TYPE yolo_post_time histogram",
            "# TYPE yolo_queue_time histogram",
            "# TYPE yolo_total_time_by_source histogram",
            "# TYPE yolo_pre_seconds histogram",
            "# TYPE yolo_inference_seconds histogram",
            "# TYPE yolo_post_seconds histogram",
            "# TYPE yolo_queue_seconds histogram",
            "# TYPE yolo_total_seconds histogram");
  }

  @Test
  void nothingCameYet() throws Exception {
    assertThat(lines("/metrics"))
        .contains(
            "yolo_requests_received_total 0.0",
            "yolo_inference_time_count 0",
            "yolo_inference_seconds_bucket{le=\"+Inf\"} 0")
        .noneMatch(line -> line.startsWith("yolo_total_time_by_source_"));
  }

  @Test
  void bucketsThatFitMillisecondsAndTheSameInSeconds() throws Exception {
    metrics.result(TestResults.WHOLE, "10.0.0.7", false);
    metrics.result(TestResults.WHOLE, "10.0.0.7", true);
    metrics.malformed();
    assertThat(lines("/"))
        .contains(
            "yolo_requests_received_total 2.0",
            "yolo_duplicates_total 1.0",
            "yolo_malformed_total 1.0",
            "yolo_inference_time_bucket{le=\"20.0\"} 0",
            "yolo_inference_time_bucket{le=\"50.0\"} 2",
            "yolo_inference_time_bucket{le=\"60000.0\"} 2",
            "yolo_inference_time_count 2",
            "yolo_inference_time_sum 40.5",
            "yolo_inference_seconds_bucket{le=\"0.02\"} 0",
            "yolo_inference_seconds_bucket{le=\"0.05\"} 2",
            "yolo_inference_seconds_bucket{le=\"60.0\"} 2",
            "yolo_inference_seconds_sum 0.0405",
            "yolo_post_time_bucket{le=\"0.5\"} 2",
            "yolo_pre_time_sum 3.0",
            "yolo_queue_time_sum 14.0",
            "yolo_total_time_by_source_bucket{source=\"10.0.0.7\",le=\"20.0\"} 0",
            "yolo_total_time_by_source_bucket{source=\"10.0.0.7\",le=\"50.0\"} 2",
            "yolo_total_time_by_source_sum{source=\"10.0.0.7\"} 58.5",
            "yolo_total_seconds_sum 0.0585");
  }

  @Test
  void unknownTimesAreNotObservedAndSkewCountsAsZero() throws Exception {
    metrics.result(TestResults.BARE, "unknown", false);
    metrics.result(TestResults.timed("a", 1, 2, 3, -500), "a", false);
    assertThat(lines("/metrics"))
        .contains(
            "yolo_requests_received_total 2.0",
            "yolo_queue_time_bucket{le=\"0.5\"} 1",
            "yolo_queue_time_count 1",
            "yolo_queue_time_sum 0.0",
            "yolo_total_time_by_source_count{source=\"a\"} 1",
            "yolo_total_time_by_source_sum{source=\"a\"} 0.0")
        .noneMatch(line -> line.contains("source=\"unknown\""));
  }

  @Test
  void namesFromOutsideAreEscaped() throws Exception {
    metrics.result(TestResults.WHOLE, "a\"b\\c", false);
    assertThat(lines("/metrics"))
        .contains("yolo_total_time_by_source_count{source=\"a\\\"b\\\\c\"} 1");
  }

  @Test
  void aPortInUseIsToldInOneLine() throws Exception {
    try (MetricsEndpoint first = new MetricsEndpoint(metrics, HOST, 0)) {
      int port = URI.create(first.url()).getPort();
      assertThatThrownBy(() -> new MetricsEndpoint(metrics, HOST, port))
          .isInstanceOf(IOException.class)
          .hasMessageMatching(
              "nobody can listen on 127\\.0\\.0\\.1:"
                  + port
                  + " \\(.+\\): choose another --port, or 0 for a free one");
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,99999", "192.0.2.1,0"})
  void anAddressThatIsNotOurs(String host, int port) {
    assertThatThrownBy(() -> new MetricsEndpoint(metrics, host, port))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("nobody can listen on " + host + ":" + port + " (")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
