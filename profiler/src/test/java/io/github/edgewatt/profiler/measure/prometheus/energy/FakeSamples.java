package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import io.github.edgewatt.profiler.measure.prometheus.SampleSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Series that are functions of time, on a clock that moves only when somebody waits. */
final class FakeSamples implements SampleSource {
  static final long SECOND = 1_000_000_000L;

  private record Line(
      String metric,
      Map<String, String> labels,
      double from,
      double until,
      DoubleUnaryOperator at) {}

  private final List<Line> lines = new ArrayList<>();
  private final double intervalSeconds;
  private long now;
  private PrometheusException fault;
  private double faultUntil;
  int reads;

  FakeSamples(double intervalSeconds, double nowSeconds) {
    this.intervalSeconds = intervalSeconds;
    this.now = nanos(nowSeconds);
  }

  static long nanos(double seconds) {
    return Math.round(seconds * SECOND);
  }

  void add(String metric, Map<String, String> labels, DoubleUnaryOperator at) {
    add(metric, labels, 0, Double.POSITIVE_INFINITY, at);
  }

  void add(
      String metric,
      Map<String, String> labels,
      double from,
      double until,
      DoubleUnaryOperator at) {
    Map<String, String> all = new HashMap<>(Map.of("job", "energy", "instance", "n1:8080"));
    all.putAll(labels);
    lines.add(new Line(metric, all, from, until, at));
  }

  void fail(PrometheusException.Kind kind, double untilSeconds) {
    fault = new PrometheusException(kind, "Prometheus is away");
    faultUntil = untilSeconds;
  }

  void moveTo(double seconds) {
    now = nanos(seconds);
  }

  double seconds() {
    return (double) now / SECOND;
  }

  EnergySetup setup(NodeNames node, Map<String, Set<Long>> pids, Duration patience) {
    return new EnergySetup(
        this,
        EnergyQueries.defaults(),
        node,
        "openfaas-fn",
        function -> pids.getOrDefault(function, Set.of()),
        new Patience(() -> now, millis -> now += millis * 1_000_000, patience));
  }

  @Override
  public List<SampleSeries> read(String selector, long fromNanos, long toNanos)
      throws PrometheusException {
    reads++;
    if (fault != null && seconds() < faultUntil) {
      throw fault;
    }
    List<SampleSeries> found = new ArrayList<>();
    for (Line line : lines) {
      if (selector.equals(line.metric()) || selector.startsWith(line.metric() + "{")) {
        SampleSeries series = series(line, fromNanos, toNanos);
        if (series.nanos().length > 0) {
          found.add(series);
        }
      }
    }
    return found;
  }

  private SampleSeries series(Line line, long from, long to) {
    List<Double> times = new ArrayList<>();
    for (double t = 0; nanos(t) <= now; t += intervalSeconds) {
      boolean near = nanos(t + intervalSeconds) > from && nanos(t - intervalSeconds) < to;
      if (near && t >= line.from() && t < line.until()) {
        times.add(t);
      }
    }
    return new SampleSeries(
        line.labels(),
        times.stream().mapToLong(FakeSamples::nanos).toArray(),
        times.stream().mapToDouble(line.at()::applyAsDouble).toArray());
  }
}
