package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** A window's samples into its reading. */
final class ReadingMaker {
  private static final double NANOS = 1e9;
  private static final int FULL_CONFIDENCE = 4;
  private static final long CLOCK_TOLERANCE_NANOS = 2_000_000_000L;

  private final PrometheusSetup setup;
  private final LongSupplier nanos;

  ReadingMaker(PrometheusSetup setup, LongSupplier nanos) {
    this.setup = setup;
    this.nanos = nanos;
  }

  /** A reading without figures. */
  WindowReading absent(List<String> functions, String problem, long from, long to) {
    Map<String, FunctionUsage> usage = new LinkedHashMap<>();
    functions.forEach(function -> usage.put(function, FunctionUsage.absent()));
    double none = Double.NaN;
    return new WindowReading(
        (to - from) / NANOS,
        none,
        none,
        none,
        none,
        none,
        "none",
        usage,
        0,
        none,
        setup.plan().slowest().toMillis(),
        List.of(),
        problem);
  }

  WindowReading reading(
      WindowSamples samples, EnergyReading energy, List<String> warnings, long from, long to) {
    Set<String> notes = new LinkedHashSet<>();
    double seconds = (to - from) / NANOS;
    double own = setup.own().seconds(from, to);
    NodeFigures node =
        NodeFigures.of(samples, own, from, to, interval(ScrapePlan.NODE), notes::add);
    FunctionFigures.Context context =
        new FunctionFigures.Context(
            samples.scrapes(),
            setup.node().cores(),
            interval(ScrapePlan.CONTAINERS),
            setup.replicas(),
            notes::add);
    Map<String, FunctionUsage> usage = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    problems.add(node.problem());
    long gap = node.largestGapNanos();
    long slowest = setup.plan().slowest().toNanos();
    for (Map.Entry<String, WindowSamples.FunctionSamples> one : samples.functions().entrySet()) {
      double joules = energy.ownJoules().getOrDefault(one.getKey(), Double.NaN);
      FunctionFigures figures =
          FunctionFigures.of(one.getKey(), one.getValue(), joules, context, from, to);
      usage.put(one.getKey(), figures.usage());
      problems.add(figures.problem());
      gap = Math.max(gap, figures.largestGapNanos());
      slowest = Math.max(slowest, figures.intervalNanos());
      noteClock(one.getValue().cpu(), notes);
    }
    notes.addAll(samples.scrapes().failures(from, to));
    notes.addAll(warnings);
    Duration interval = Duration.ofMillis(Math.round(slowest / 1e6 / 100) * 100);
    if (to - from < FULL_CONFIDENCE * interval.toNanos()) {
      notes.add("low confidence: " + ScrapePlan.held(Duration.ofNanos(to - from), interval));
    }
    notes.addAll(energy.notes());
    if (!energy.problem().isEmpty()) {
      notes.add("energy: " + energy.problem());
    }
    double joules = joules(energy, node.cpuPercent(), seconds);
    return new WindowReading(
        seconds,
        node.cpuPercent(),
        100 * own / seconds,
        node.memoryBytes(),
        node.memoryPercent(),
        joules,
        source(energy, joules),
        usage,
        node.samples(),
        gap / 1e6,
        slowest / 1e6,
        List.copyOf(notes),
        problems.stream().filter(problem -> !problem.isEmpty()).findFirst().orElse(""));
  }

  private long interval(String what) {
    Duration known = setup.plan().interval(what);
    return known.isZero() ? setup.plan().slowest().toNanos() : known.toNanos();
  }

  /** A sample of the future was stamped by another clock than Prometheus'. */
  private void noteClock(List<SampleSeries> series, Set<String> notes) {
    long now = nanos.getAsLong();
    for (SampleSeries one : series) {
      int size = one.nanos().length;
      if (size > 0 && one.nanos()[size - 1] - now > CLOCK_TOLERANCE_NANOS) {
        notes.add(
            "the clock of %s is %.0f s ahead of Prometheus': synchronise the node's clock"
                .formatted(
                    one.labels().getOrDefault("instance", "the container meter"),
                    (one.nanos()[size - 1] - now) / NANOS));
      }
    }
  }

  private double joules(EnergyReading energy, double cpuPercent, double seconds) {
    if (!Double.isNaN(energy.joules()) || setup.estimate().isEmpty()) {
      return energy.joules();
    }
    return setup.estimate().get().watts(cpuPercent, setup.node().cores()) * seconds;
  }

  private static String source(EnergyReading energy, double joules) {
    if (Double.isNaN(joules)) {
      return "none";
    }
    return Double.isNaN(energy.joules()) ? "estimate" : "measured";
  }
}
