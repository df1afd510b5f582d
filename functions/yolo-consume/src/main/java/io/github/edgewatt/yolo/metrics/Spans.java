package io.github.edgewatt.yolo.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;

/** A span of time as two histograms: milliseconds as published, and seconds. */
final class Spans {
  private static final double MILLIS = 1_000;
  private static final double[] BUCKETS = {
    0.5, 1, 2, 5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 2_000, 5_000, 10_000,
    30_000, 60_000
  };

  private final DistributionSummary published;
  private final DistributionSummary seconds;

  Spans(MeterRegistry registry, String name, String ending, String description, Tags tags) {
    published =
        DistributionSummary.builder("yolo." + name + "." + ending)
            .description(description + ", in milliseconds")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    // Not a timer: that would drop the sub-microsecond part and add a unit of its own.
    seconds =
        DistributionSummary.builder("yolo." + name + ".seconds")
            .description(description + ", in seconds")
            .serviceLevelObjectives(Arrays.stream(BUCKETS).map(each -> each / MILLIS).toArray())
            .register(registry);
  }

  void millis(double millis) {
    published.record(millis);
    seconds.record(millis / MILLIS);
  }
}
