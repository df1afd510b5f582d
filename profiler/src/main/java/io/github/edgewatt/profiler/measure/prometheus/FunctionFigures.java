package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.ReplicaSource;
import io.github.edgewatt.profiler.measure.ReplicaSource.Replicas;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import io.github.edgewatt.profiler.measure.prometheus.WindowSamples.FunctionSamples;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function's figures over a window.
 *
 * @param usage the figures
 * @param intervalNanos how often its counters really have new samples
 * @param largestGapNanos longest time between two of them
 * @param problem why they cannot be trusted, or empty
 */
record FunctionFigures(
    FunctionUsage usage, long intervalNanos, long largestGapNanos, String problem) {

  /** What the figures of all functions have in common. */
  record Context(
      Scrapes scrapes,
      int cores,
      long intervalNanos,
      ReplicaSource replicas,
      Consumer<String> notes) {}

  static FunctionFigures of(
      String function,
      FunctionSamples read,
      double meterJoules,
      Context context,
      long from,
      long to) {
    String what = "CPU of " + function;
    List<SampleSeries> series = OneJob.of(read.cpu(), what, context.notes());
    SumFigure cpu =
        new CounterSum(context.intervalNanos(), context.cores())
            .over(series, context.scrapes(), from, to);
    long interval = Math.max(context.intervalNanos(), cpu.intervalNanos());
    tell(function, series, cpu, context.notes());
    List<SampleSeries> usage = OneJob.of(read.usage(), what, text -> {});
    List<SampleSeries> workingSet = OneJob.of(read.workingSet(), what, text -> {});
    Replicas replicas = replicas(function, read.replicas(), context.replicas(), from, to);
    return new FunctionFigures(
        new FunctionUsage(
            cpu.figure().value(),
            GaugeSum.firstMean(usage, from, to, interval),
            GaugeSum.mean(workingSet, from, to, interval),
            (int) Math.round(replicas.last()),
            replicas.mean(),
            (int) Math.round(replicas.max()),
            meterJoules),
        interval,
        cpu.figure().largestGapNanos(),
        SampleRule.problem(what, cpu, context.intervalNanos()));
  }

  private static void tell(
      String function, List<SampleSeries> series, SumFigure cpu, Consumer<String> notes) {
    if (cpu.began() > 0) {
      notes.accept("a container of " + function + " started in the window");
    }
    if (cpu.ended() > 0) {
      notes.accept("a container of " + function + " ended in the window");
    }
    if (cpu.notNumbers() > 0) {
      notes.accept("CPU of " + function + ": samples that were not numbers: " + cpu.notNumbers());
    }
    int nodes = OneJob.values(series, "instance").size();
    if (nodes > 1) {
      notes.accept(function + " ran on " + nodes + " nodes: the node's figures hold a part of it");
    }
  }

  private static Replicas replicas(
      String function, List<SampleSeries> counts, ReplicaSource other, long from, long to) {
    if (!counts.isEmpty()) {
      double[] figures = GaugeSum.meanMaxLast(counts.get(0), from, to);
      if (!Double.isNaN(figures[0])) {
        return new Replicas(figures[2], figures[0], figures[1]);
      }
    }
    return other.over(function, from, to);
  }
}
