package io.github.edgewatt.profiler.measure.prometheus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Puts the parts of a range query together again, series by series. */
final class SeriesJoin {
  private final Map<Map<String, String>, MetricSeries> joined = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  void add(Answer<List<MetricSeries>> part) {
    warnings.addAll(part.warnings());
    for (MetricSeries series : part.data()) {
      joined.merge(series.labels(), series, SeriesJoin::append);
    }
  }

  Answer<List<MetricSeries>> answer() {
    return new Answer<>(List.copyOf(joined.values()), new ArrayList<>(warnings));
  }

  private static MetricSeries append(MetricSeries first, MetricSeries then) {
    return new MetricSeries(
        first.labels(),
        LongStream.concat(LongStream.of(first.epochMillis()), LongStream.of(then.epochMillis()))
            .toArray(),
        DoubleStream.concat(DoubleStream.of(first.values()), DoubleStream.of(then.values()))
            .toArray());
  }
}
