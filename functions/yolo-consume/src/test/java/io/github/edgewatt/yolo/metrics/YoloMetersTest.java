package io.github.edgewatt.yolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.model.Detected;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry is the one Quarkus brings. */
@SuppressWarnings("deprecation")
class YoloMetersTest {
  private static final Detected DOG =
      new Detected(List.of(new Detection("dog", .9, new Box(0, 0, 1, 1))), 1, 1, 12, 60, 1.5);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final YoloMeters meters = new YoloMeters(registry, "pod");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yolo_requests_received_total 1.0",
        "yolo_dead_letters_total 0.0",
        "yolo_clock_skew_total 0.0",
        "yolo_detections_total{class=\"dog\"} 1.0",
        "yolo_pre_time_sum 12.0",
        "yolo_pre_time_bucket{le=\"10.0\"} 0.0",
        "yolo_pre_time_bucket{le=\"20.0\"} 1.0",
        "yolo_inference_time_sum 60.0",
        "yolo_post_time_count 1.0",
        "yolo_queue_time_bucket{le=\"200.0\"} 0.0",
        "yolo_queue_time_bucket{le=\"60000.0\"} 1.0",
        "yolo_total_time_by_source_sum{source=\"pod\"} 323.5",
        "yolo_pre_seconds_sum 0.012",
        "yolo_inference_seconds_bucket{le=\"0.05\"} 0.0",
        "yolo_inference_seconds_bucket{le=\"0.075\"} 1.0",
        "yolo_post_seconds_count 1.0",
        "yolo_queue_seconds_sum 0.25",
        "yolo_total_seconds_bucket{le=\"60.0\"} 1.0",
      })
  void namesAndBucketsAreAsPublished(String line) {
    meters.received();
    meters.detected(DOG);
    meters.queued(250, DOG);

    assertThat(registry.scrape().lines().map(one -> one.replace(",}", "}"))).contains(line);
  }

  @Test
  void timesBetweenClocksThatDisagreeAreLeftOut() {
    meters.queued(-1, DOG);
    meters.deadLetter();

    assertThat(registry.scrape())
        .contains(
            "yolo_clock_skew_total 1.0",
            "yolo_queue_time_count 0.0",
            "yolo_dead_letters_total 1.0");
  }
}
