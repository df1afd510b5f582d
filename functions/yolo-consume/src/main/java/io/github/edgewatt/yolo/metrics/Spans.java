package io.github.edgewatt.yolo.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;

/** A span of time as two histograms: milliseconds as published, and seconds. */
final class Spans {
  private static final double NANOS = 1e6;

  /** Whole milliseconds: a summary's histogram rounds what it records up to whole numbers. */
  private static final double[] BUCKETS = {
    1, 2, 5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 2_000, 5_000, 10_000, 30_000,
    60_000
  };

  private final DistributionSummary published;
  private final Timer seconds;

  Spans(MeterRegistry registry, String name, String ending, String description, Tags tags) {
    published =
        DistributionSummary.builder("yolo." + name + "." + ending)
            .description(description + ", in milliseconds")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    // Its name in Prometheus ends in the unit.
    seconds =
        Timer.builder("yolo." + name)
            .description(description + ", in seconds")
            .serviceLevelObjectives(
                Arrays.stream(BUCKETS).mapToObj(Spans::duration).toArray(Duration[]::new))
            .register(registry);
  }

  private static Duration duration(double millis) {
    return Duration.ofNanos(Math.round(millis * NANOS));
  }

  void millis(double millis) {
    published.record(millis);
    seconds.record(duration(millis));
  }
}
