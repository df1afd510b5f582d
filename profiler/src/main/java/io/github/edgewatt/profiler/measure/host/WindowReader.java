package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.NodeCpu;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples into a reading. Node CPU in percent of one core = 100 (cores x seconds - idle - iowait -
 * steal - own CPU) / seconds.
 */
final class WindowReader {
  private static final double NANOS = 1e9;

  /**
   * Below this many samples in a window, or with a gap of over half of it, its ends are guesses.
   */
  private static final int FEWEST_SAMPLES = 4;

  private final int cores;
  private final double intervalMillis;
  private final Optional<PowerModel> estimate;

  WindowReader(int cores, double intervalMillis, Optional<PowerModel> estimate) {
    this.intervalMillis = intervalMillis;
    this.cores = cores;
    this.estimate = estimate;
  }

  WindowReading read(
      NodeSeries node,
      Map<String, FunctionSeries> functions,
      long from,
      long to,
      String samplingFailure) {
    double seconds = (to - from) / NANOS;
    WindowFigure idle = node.idle(from, to);
    WindowFigure own = node.own(from, to);
    double steal = node.stealSeconds(from, to);
    double cpuPercent = NodeCpu.busyPercent(cores, seconds, idle.value(), steal, own.value());
    double joules = node.energyJoules(from, to);
    String source = Double.isNaN(joules) ? "none" : "measured";
    if (Double.isNaN(joules) && estimate.isPresent()) {
      joules = estimate.get().watts(cpuPercent, cores) * seconds;
      source = Double.isNaN(joules) ? "none" : "estimate";
    }
    Map<String, FunctionUsage> usage = new LinkedHashMap<>();
    functions.forEach((name, series) -> usage.put(name, series.usage(from, to)));
    String problem = problem(idle, own, steal, functions, from, to);
    if (!problem.isEmpty() && !samplingFailure.isEmpty()) {
      problem += "; sampling failed: " + samplingFailure;
    }
    return new WindowReading(
        seconds,
        cpuPercent,
        100 * own.value() / seconds,
        node.memoryBytes(from, to),
        node.memoryPercent(from, to),
        joules,
        source,
        usage,
        idle.samples(),
        idle.largestGapNanos() / 1e6,
        intervalMillis,
        List.of(),
        problem);
  }

  private String problem(
      WindowFigure idle,
      WindowFigure own,
      double stealSeconds,
      Map<String, FunctionSeries> functions,
      long from,
      long to) {
    if (!idle.problem().isEmpty()) {
      return "node CPU: " + idle.problem();
    }
    if (!own.problem().isEmpty()) {
      return "own CPU: " + own.problem();
    }
    for (Map.Entry<String, FunctionSeries> function : functions.entrySet()) {
      String problem = function.getValue().cpu(from, to).problem();
      if (!problem.isEmpty()) {
        return "CPU of " + function.getKey() + ": " + problem;
      }
    }
    if (idle.samples() < FEWEST_SAMPLES) {
      return "only %d counter samples".formatted(idle.samples());
    }
    if (idle.largestGapNanos() > (to - from) / 2) {
      return "%.0f ms without a counter sample".formatted(idle.largestGapNanos() / 1e6);
    }
    return NodeCpu.stealProblem(cores, (to - from) / NANOS, stealSeconds);
  }
}
