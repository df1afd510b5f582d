package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A meter that is there, and the parts its node figure is the sum of.
 *
 * @param meter which
 * @param parts its parts, and whether each moved when the meter was found: one that did not may
 *     stand still for ever (a zone without a sensor), one that did may not
 */
record FoundMeter(ExporterMeter meter, Map<Part, Boolean> parts) {
  FoundMeter {
    parts = Map.copyOf(parts);
  }

  /** One socket, zone, mode, … of the node, whoever exports it. */
  record Part(String query, Map<String, String> labels) {
    Part {
      labels = Map.copyOf(labels);
    }

    static Part of(ExporterMeter meter, String query, SampleSeries series) {
      Map<String, String> labels = new TreeMap<>();
      for (String label : meter.partLabels()) {
        put(labels, label, series);
      }
      if (!meter.alternatives().isEmpty()) {
        put(labels, meter.alternatives(), series);
      }
      return new Part(query, labels);
    }

    private static void put(Map<String, String> labels, String label, SampleSeries series) {
      if (series.labels().containsKey(label)) {
        labels.put(label, series.labels().get(label));
      }
    }
  }

  /** Who exports a series. */
  record Target(String job, String instance) {
    static Target of(SampleSeries series) {
      return new Target(
          series.labels().getOrDefault("job", ""), series.labels().getOrDefault("instance", ""));
    }
  }

  /** The series of a query by part. */
  static Map<Part, List<SampleSeries>> byPart(
      ExporterMeter meter, String query, List<SampleSeries> series) {
    Map<Part, List<SampleSeries>> parts = new LinkedHashMap<>();
    for (SampleSeries one : series) {
      if (one.nanos().length > 0) {
        parts.computeIfAbsent(Part.of(meter, query, one), part -> new ArrayList<>()).add(one);
      }
    }
    return parts;
  }

  /**
   * One part's series as one: an exporter that was restarted elsewhere goes on under other labels.
   *
   * @return empty where two of them are at the same time, which are two exporters
   */
  static Optional<SampleSeries> join(List<SampleSeries> series) {
    List<SampleSeries> ordered = new ArrayList<>(series);
    ordered.sort(Comparator.comparingLong(one -> one.nanos()[0]));
    SampleSeries joined = ordered.get(0);
    for (SampleSeries next : ordered.subList(1, ordered.size())) {
      if (joined.nanos()[joined.nanos().length - 1] - next.nanos()[0] >= 0) {
        return Optional.empty();
      }
      int size = joined.nanos().length;
      long[] nanos = Arrays.copyOf(joined.nanos(), size + next.nanos().length);
      double[] values = Arrays.copyOf(joined.values(), nanos.length);
      System.arraycopy(next.nanos(), 0, nanos, size, next.nanos().length);
      System.arraycopy(next.values(), 0, values, size, next.values().length);
      joined = new SampleSeries(next.labels(), nanos, values);
    }
    return Optional.of(joined);
  }
}
