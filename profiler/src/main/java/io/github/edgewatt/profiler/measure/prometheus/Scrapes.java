package io.github.edgewatt.profiler.measure.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When targets were scraped: Prometheus' own series {@code up}, 1 where a scrape found somebody.
 * And which containers those scrapes saw, where that is told: cAdvisor looks at an idle container
 * less often than it is scraped, so a container without new samples need not be gone.
 */
final class Scrapes {
  private final Map<String, SampleSeries> byTarget = new HashMap<>();
  private final List<SampleSeries> seen;

  Scrapes(List<SampleSeries> up, List<SampleSeries> seen) {
    this.seen = List.copyOf(seen);
    for (SampleSeries series : up) {
      byTarget.put(key(series.labels()), series);
    }
  }

  private static String key(Map<String, String> labels) {
    return labels.getOrDefault("job", "") + "\n" + labels.getOrDefault("instance", "");
  }

  /** Whether a scrape that found the series' target lies between two instants. */
  boolean succeeded(Map<String, String> labels, long from, long to) {
    SampleSeries up = byTarget.get(key(labels));
    if (up == null) {
      return false;
    }
    for (int i = 0; i < up.nanos().length; i++) {
      if (up.nanos()[i] - from >= 0 && up.nanos()[i] - to <= 0 && up.values()[i] == 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether the series' container was there at {@code nanos} or later. */
  boolean sees(Map<String, String> labels, long nanos) {
    String id = labels.getOrDefault("id", "");
    return !id.isEmpty()
        && seen.stream()
            .filter(series -> id.equals(series.labels().get("id")))
            .filter(series -> key(series.labels()).equals(key(labels)))
            .anyMatch(
                series ->
                    series.nanos().length > 0
                        && series.nanos()[series.nanos().length - 1] - nanos >= 0);
  }

  /** Whether every target, reachable or not, was tried at {@code nanos} or later. */
  boolean allReach(long nanos) {
    return byTarget.values().stream()
        .allMatch(up -> up.nanos().length > 0 && up.nanos()[up.nanos().length - 1] - nanos >= 0);
  }

  /** Scrapes in a window that found nobody, by target. */
  List<String> failures(long from, long to) {
    List<String> failures = new ArrayList<>();
    for (SampleSeries up : byTarget.values()) {
      int failed = 0;
      for (int i = 0; i < up.nanos().length; i++) {
        if (up.nanos()[i] - from >= 0 && up.nanos()[i] - to <= 0 && up.values()[i] == 0) {
          failed++;
        }
      }
      if (failed > 0) {
        failures.add(
            "%s at %s failed %d scrapes in the window"
                .formatted(up.labels().get("job"), up.labels().get("instance"), failed));
      }
    }
    return failures;
  }
}
