package io.github.edgewatt.profiler.energy;

import java.util.Arrays;

/**
 * An exporter's energy counter made fit for a difference over a window.
 *
 * <ul>
 *   <li>An exporter reads its sensor less often than it is scraped, so values repeat: the first of
 *       each run was fresh when it was scraped, the rest are stale and left out. Interpolating
 *       between stale ones would be wrong by up to one refresh at either end of a window.
 *   <li>A 0 between other values is an exporter that lost its sensor, no energy; left out.
 *   <li>A counter that falls has wrapped, or its exporter was restarted. What was added between the
 *       two samples cannot be told from the values: a sum of raw counters (Scaphandre's host
 *       counter) loses one summand's range, which nobody exports, and does not start from zero, so
 *       Prometheus' rule, increase = the later value, would invent up to 262 kJ. A rise that no
 *       machine can take (sum complete again) is as void. Such a step is filled with the mean power
 *       of the window's sound steps, and its share of the window is told.
 * </ul>
 *
 * @param nanos when the kept samples were read
 * @param joules a counter that never falls, 0 at the first of them
 * @param filledShare the part of the window that had to be filled, 0 to 1; NaN when nothing sound
 *     is left to fill it with
 * @param unmoved whether the counter had one value only
 * @param zero whether that value was 0
 * @param falls how often it fell or leapt within the window
 */
public record EnergyCounter(
    long[] nanos, double[] joules, double filledShare, boolean unmoved, boolean zero, int falls) {

  /** More than any single machine takes: a rise above it is none of energy. */
  static final double MOST_WATTS = 20_000;

  private static final double NANOS = 1e9;

  /**
   * Reads the samples of a window and around it.
   *
   * @param nanos when each was read, ascending
   * @param values the counter in its own unit; what is not finite is left out
   * @param joulesPerUnit 1e-6 for microjoules
   * @param from the window's start
   * @param to its end
   */
  public static EnergyCounter of(
      long[] nanos, double[] values, double joulesPerUnit, long from, long to) {
    boolean anything = false;
    for (double value : values) {
      anything |= Double.isFinite(value) && value != 0;
    }
    long[] times = new long[values.length];
    double[] kept = new double[values.length];
    int size = 0;
    int read = 0;
    for (int i = 0; i < values.length; i++) {
      double value = values[i] * joulesPerUnit;
      if (!Double.isFinite(value) || (anything && value == 0)) {
        continue;
      }
      read++;
      if (size == 0 || value != kept[size - 1]) {
        times[size] = nanos[i];
        kept[size++] = value;
      }
    }
    return sum(
        Arrays.copyOf(times, size),
        Arrays.copyOf(kept, size),
        from,
        to,
        size == 1 && read > 1,
        size > 0 && !anything);
  }

  private static EnergyCounter sum(
      long[] nanos, double[] values, long from, long to, boolean unmoved, boolean zero) {
    double soundJoules = 0;
    double soundSeconds = 0;
    double brokenSeconds = 0;
    int falls = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      double inside = overlap(nanos, i, from, to);
      if (sound(nanos, values, i)) {
        soundJoules += (values[i + 1] - values[i]) * inside / seconds(nanos, i);
        soundSeconds += inside;
      } else if (inside > 0) {
        brokenSeconds += inside;
        falls++;
      }
    }
    double watts = soundSeconds > 0 ? soundJoules / soundSeconds : Double.NaN;
    double[] joules = new double[values.length];
    for (int i = 0; i + 1 < values.length; i++) {
      double step = values[i + 1] - values[i];
      if (!sound(nanos, values, i)) {
        // Outside the window a step is only somewhere to start from.
        step = overlap(nanos, i, from, to) > 0 ? watts * seconds(nanos, i) : 0;
      }
      joules[i + 1] = joules[i] + step;
    }
    double filled = falls == 0 ? 0 : brokenSeconds / (brokenSeconds + soundSeconds);
    return new EnergyCounter(
        nanos, joules, filled == 1 ? Double.NaN : filled, unmoved, zero, falls);
  }

  private static boolean sound(long[] nanos, double[] values, int i) {
    double step = values[i + 1] - values[i];
    return step >= 0 && step <= MOST_WATTS * Math.max(1, seconds(nanos, i));
  }

  private static double seconds(long[] nanos, int i) {
    return (nanos[i + 1] - nanos[i]) / NANOS;
  }

  private static double overlap(long[] nanos, int i, long from, long to) {
    return Math.max(0, Math.min(nanos[i + 1], to) - Math.max(nanos[i], from)) / NANOS;
  }
}
