package io.github.edgewatt.profiler.overload;

import io.github.edgewatt.dataset.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a row may be used. A fault of the generator or the meters makes it {@code invalid}; where
 * the node's own saturation starved the generator, or slow answers filled the in-flight cap, the
 * row still tells that this configuration overloads and is {@code overload-only}.
 */
public final class VerdictRule {
  /** Largest difference between asked and sent requests that is no fault. */
  static final double RATE_TOLERANCE = 0.01;

  /** Send lag that is never a fault, in microseconds. */
  static final double SEND_LAG_FLOOR_MICROS = 5_000;

  /** Longest pause of the generator that is no fault, in ms. */
  static final double MAX_PAUSE_MILLIS = 100;

  /** Share of all cores from which the machine counts as saturated. */
  static final double SATURATION = 0.95;

  /**
   * Share of all cores that is too busy for a node at rest: half of what counts as overload. Nodes
   * of a cluster idle at up to a third.
   */
  static final double BUSY_AT_REST = OverloadRule.CPU_SHARE / 2;

  /**
   * CPU that belongs to nobody we know and is no fault, percent of one core, and as a share of the
   * functions' own: the kernel's work for their connections is charged to no process. What a
   * gateway may take for the calls comes on top.
   */
  static final double FOREIGN_CPU_PERCENT = 15;

  static final double FOREIGN_CPU_SHARE = 0.25;

  private VerdictRule() {}

  /** The verdict with its reasons. */
  public static Verdict judge(WindowQuality quality) {
    List<String> meter = figureFaults(quality);
    if (!meter.isEmpty()) {
      return new Verdict(Verdict.Kind.INVALID, meter);
    }
    List<String> generator = generatorFaults(quality);
    List<String> saturation = new ArrayList<>();
    if (quality.dropped() > 0) {
      saturation.add(
          "in-flight cap reached, %d of %d requests dropped"
              .formatted(quality.dropped(), quality.due()));
    }
    boolean died = !quality.functionFailure().isEmpty();
    if (died) {
      saturation.add(quality.functionFailure());
    }
    boolean saturated =
        quality.generatorOnNode()
            && quality.nodeCpuTotalPercent() >= SATURATION * 100 * quality.cores();
    if (!generator.isEmpty() && (saturated || quality.overloaded() || died)) {
      saturation.addAll(generator);
    } else if (!generator.isEmpty()) {
      return new Verdict(Verdict.Kind.INVALID, generator);
    }
    if (!saturation.isEmpty()) {
      return new Verdict(Verdict.Kind.OVERLOAD_ONLY, saturation);
    }
    List<String> remarks = new ArrayList<>(quality.notes());
    if (quality.restTimedOut()) {
      remarks.add("rest ended by its time limit");
    }
    return new Verdict(Verdict.Kind.VALID, remarks);
  }

  private static List<String> figureFaults(WindowQuality quality) {
    List<String> faults = new ArrayList<>();
    if (!quality.meterProblem().isEmpty()) {
      faults.add(quality.meterProblem());
    }
    if (quality.idleCpuPercent() > BUSY_AT_REST * 100 * quality.cores()) {
      faults.add(text("the node was busy before the load, %.0f %% CPU", quality.idleCpuPercent()));
    }
    double foreignLimit =
        Math.max(FOREIGN_CPU_PERCENT, FOREIGN_CPU_SHARE * quality.functionCpuPercent())
            + quality.platformCpuPercent();
    if (quality.foreignCpuPercent() > foreignLimit) {
      faults.add(
          text("something else used %.0f %% CPU in the window", quality.foreignCpuPercent()));
    }
    return faults;
  }

  private static List<String> generatorFaults(WindowQuality quality) {
    List<String> faults = new ArrayList<>();
    long unsent = quality.due() - quality.sent() - quality.dropped();
    if (unsent > Math.max(1, RATE_TOLERANCE * quality.due())) {
      double missed = quality.asksPerSecond() * unsent / Math.max(1, quality.due());
      faults.add(
          text("sent %.1f/s of %.1f/s", quality.asksPerSecond() - missed, quality.asksPerSecond()));
    }
    double lagLimit =
        Math.max(SEND_LAG_FLOOR_MICROS, 0.1 * 1e6 / Math.max(1e-3, quality.asksPerSecond()));
    if (quality.sendLagP99Micros() > lagLimit) {
      faults.add(text("send lag p99 %.1f ms", quality.sendLagP99Micros() / 1000));
    }
    if (quality.maxPauseMillis() > MAX_PAUSE_MILLIS) {
      faults.add(text("generator paused for %.0f ms", quality.maxPauseMillis()));
    }
    return faults;
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
