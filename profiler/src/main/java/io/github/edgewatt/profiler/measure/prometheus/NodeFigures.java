package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.NodeCpu;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.measure.prometheus.WindowSamples.NodeMemory;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node's figures over a window.
 *
 * @param cpuPercent percent of one core
 * @param memoryBytes total - available
 * @param memoryPercent total - free - cached - buffers over total, in percent
 * @param samples fewest samples of a CPU counter
 * @param largestGapNanos longest time between two of them
 * @param problem why the CPU cannot be trusted, or empty
 */
record NodeFigures(
    double cpuPercent,
    double memoryBytes,
    double memoryPercent,
    int samples,
    long largestGapNanos,
    String problem) {
  private static final double NANOS = 1e9;
  private static final String WHAT = "node CPU";

  static NodeFigures of(
      WindowSamples read,
      double ownSeconds,
      long from,
      long to,
      long interval,
      Consumer<String> notes) {
    List<SampleSeries> cpu = OneJob.of(read.cpu(), WHAT, notes);
    SumFigure idle = sum(cpu, "idle", read.scrapes(), from, to, interval);
    SumFigure wait = sum(cpu, "iowait", read.scrapes(), from, to, interval);
    SumFigure steal = sum(cpu, "steal", read.scrapes(), from, to, interval);
    int cores = OneJob.values(cpu, "cpu").size();
    double seconds = (to - from) / NANOS;
    double stolen = orNothing(steal);
    double percent =
        NodeCpu.busyPercent(
            cores, seconds, idle.figure().value() + orNothing(wait), stolen, ownSeconds);
    String problem = problem(cpu, idle, from, to, interval);
    if (problem.isEmpty() && Double.isNaN(ownSeconds)) {
      problem = "own CPU: not covered";
    }
    if (problem.isEmpty()) {
      problem = NodeCpu.stealProblem(cores, seconds, stolen);
    }
    if (idle.notNumbers() > 0) {
      notes.accept("node CPU: samples that were not numbers: " + idle.notNumbers());
    }
    double used = memory(read.memory(), from, to, interval);
    if (Double.isNaN(used)) {
      notes.accept("node memory: no samples");
    }
    WindowFigure figure = idle.figure();
    return new NodeFigures(
        problem.isEmpty() ? percent : Double.NaN,
        used,
        upstreamPercent(read.memory(), from, to, interval),
        figure.samples(),
        figure.largestGapNanos(),
        problem);
  }

  /** A kernel without a mode spends no time in it. */
  private static double orNothing(SumFigure figure) {
    return figure.problem().isEmpty() ? figure.figure().value() : 0;
  }

  private static SumFigure sum(
      List<SampleSeries> cpu, String mode, Scrapes scrapes, long from, long to, long interval) {
    List<SampleSeries> ofMode =
        cpu.stream().filter(series -> mode.equals(series.labels().get("mode"))).toList();
    return new CounterSum(interval, 1).over(ofMode, scrapes, from, to);
  }

  private static String problem(
      List<SampleSeries> cpu, SumFigure idle, long from, long to, long interval) {
    var instances = OneJob.values(cpu, "instance");
    if (instances.size() > 1) {
      return "%s is there of %d nodes (%s): choose one with --node"
          .formatted(WHAT, instances.size(), String.join(", ", instances));
    }
    if (cpu.stream().anyMatch(series -> Sequence.of(series, from, to).resets(from, to))) {
      return "the node's CPU counters went back in the window: was it started again?";
    }
    if (idle.began() + idle.ended() > 0) {
      return "node CPU: the node's counters do not cover the window";
    }
    return SampleRule.problem(WHAT, idle, interval);
  }

  private static double memory(NodeMemory memory, long from, long to, long interval) {
    return GaugeSum.firstMean(memory.total(), from, to, interval)
        - GaugeSum.firstMean(memory.available(), from, to, interval);
  }

  private static double upstreamPercent(NodeMemory memory, long from, long to, long interval) {
    double total = GaugeSum.firstMean(memory.total(), from, to, interval);
    double unused =
        GaugeSum.firstMean(memory.free(), from, to, interval)
            + GaugeSum.firstMean(memory.cached(), from, to, interval)
            + GaugeSum.firstMean(memory.buffers(), from, to, interval);
    return 100 * (1 - unused / total);
  }
}
