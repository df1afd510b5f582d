package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Locale;

/** Which figures rest on too few samples. */
final class SampleRule {
  private static final int FEWEST = 3;

  private SampleRule() {}

  /**
   * Why a figure cannot be trusted, or empty. A counter that did not move is exact however seldom
   * it was read.
   */
  static String problem(String what, SumFigure sum, long intervalNanos) {
    if (!sum.problem().isEmpty()) {
      return what + ": " + sum.problem();
    }
    boolean replaced = sum.began() + sum.ended() > 0;
    if (sum.figure().value() > 0 && sum.figure().samples() < FEWEST && !replaced) {
      return String.format(
          Locale.ROOT,
          "%s: %d samples only, scraped every %s",
          what,
          sum.figure().samples(),
          seconds(intervalNanos));
    }
    long interval = Math.max(intervalNanos, sum.intervalNanos());
    return sum.figure().largestGapNanos() > Lifespan.PATIENT_INTERVALS * interval
        ? String.format(
            Locale.ROOT,
            "%s: %s without a sample, scraped every %s",
            what,
            seconds(sum.figure().largestGapNanos()),
            seconds(intervalNanos))
        : "";
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
