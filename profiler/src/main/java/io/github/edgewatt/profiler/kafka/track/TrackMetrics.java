package io.github.edgewatt.profiler.kafka.track;

import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a Prometheus sees of the tracked results: the published names in milliseconds, with buckets
 * that fit milliseconds, and the same in seconds under names that say so. Times that are unknown
 * are not observed, and those below 0 count as 0.
 */
final class TrackMetrics {
  private static final double[] MILLIS = {
    0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000
  };

  private record Observed(Histogram millis, Histogram seconds, ToDoubleFunction<TrackedResult> of) {
    void observe(TrackedResult result) {
      double value = of.applyAsDouble(result);
      if (!Double.isNaN(value)) {
        millis.observe(Math.max(0, value));
        seconds.observe(Math.max(0, value) / 1_000);
      }
    }
  }

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final List<Observed> observed = new ArrayList<>();
  private final Counter received;
  private final Counter duplicates;
  private final Counter malformed;
  private final Histogram totalBySource;

  TrackMetrics() {
    received = counter("yolo_requests_received", "Results that came.");
    duplicates = counter("yolo_duplicates", "Results whose image had come before.");
    malformed = counter("yolo_malformed", "Messages that were no results.");
    observe("pre_time", "pre", "Preparing the image", TrackedResult::pre);
    observe("inference_time", "inference", "Inference", TrackedResult::inf);
    observe("post_time", "post", "Finding boxes in the model's answer", TrackedResult::post);
    observe("queue_time", "queue", "Waiting in Kafka", TrackedResult::queue);
    observe("total_time", "total", "Sending to detection", TrackedResult::total);
    totalBySource =
        Histogram.builder()
            .name("yolo_total_time_by_source")
            .help("Sending to detection by consumer, in milliseconds.")
            .labelNames("source")
            .classicOnly()
            .classicUpperBounds(MILLIS)
            .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder().name(name).help(help).register(registry);
  }

  private void observe(
      String published, String base, String help, ToDoubleFunction<TrackedResult> of) {
    Histogram millis =
        Histogram.builder()
            .name("yolo_" + published)
            .help(help + ", in milliseconds.")
            .classicOnly()
            .classicUpperBounds(MILLIS)
            .register(registry);
    double[] bounds = MILLIS.clone();
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] /= 1_000;
    }
    Histogram seconds =
        Histogram.builder()
            .name("yolo_" + base + "_seconds")
            .help(help + ".")
            .classicOnly()
            .classicUpperBounds(bounds)
            .register(registry);
    observed.add(new Observed(millis, seconds, of));
  }

  /** Observes a result, under the name its consumer is counted under. */
  void result(TrackedResult result, String source, boolean duplicate) {
    received.inc();
    if (duplicate) {
      duplicates.inc();
    }
    observed.forEach(one -> one.observe(result));
    if (!Double.isNaN(result.total())) {
      totalBySource.labelValues(source).observe(Math.max(0, result.total()));
    }
  }

  void malformed() {
    malformed.inc();
  }

  PrometheusRegistry registry() {
    return registry;
  }
}
