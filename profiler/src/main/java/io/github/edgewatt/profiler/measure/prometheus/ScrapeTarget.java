package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What Prometheus scrapes.
 *
 * @param labels the target's labels, {@code job} and {@code instance} among them
 * @param interval how often; zero where Prometheus does not say
 * @param health {@code up}, {@code down} or {@code unknown}
 * @param lastError why the last scrape failed, or empty
 */
public record ScrapeTarget(
    Map<String, String> labels, Duration interval, String health, String lastError) {
  public ScrapeTarget {
    labels = Map.copyOf(labels);
    Objects.requireNonNull(interval, "interval is null");
    Objects.requireNonNull(health, "health is null");
    Objects.requireNonNull(lastError, "lastError is null");
  }

  public String job() {
    return labels.getOrDefault("job", "");
  }

  public String instance() {
    return labels.getOrDefault("instance", "");
  }
}
