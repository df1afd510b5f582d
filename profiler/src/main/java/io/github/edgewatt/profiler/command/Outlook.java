package io.github.edgewatt.profiler.command;

import java.time.Duration;

/**
 * How far a run is and how long it will take: by its budget, else by its number of measurements.
 */
interface Outlook {

  /** Share of the run that is done, 0 to 1. */
  double share(int rows, double elapsedSeconds);

  /** Rows so far, of how many. */
  String count(int rows, double elapsedSeconds);

  /** Time left, {@code 5m40s}. */
  String eta(int rows, double elapsedSeconds);

  /** A run that ends with its budget; with an infinite one, nobody knows when. */
  static Outlook ofBudget(double budgetSeconds, double expectedSeconds) {
    return new Outlook() {
      @Override
      public double share(int rows, double elapsedSeconds) {
        return Math.min(1, elapsedSeconds / budgetSeconds);
      }

      @Override
      public String count(int rows, double elapsedSeconds) {
        double each = rows == 0 ? expectedSeconds : elapsedSeconds / rows;
        if (Double.isInfinite(budgetSeconds)) {
          return "%3d".formatted(rows);
        }
        long more = Math.max(0, (long) ((budgetSeconds - elapsedSeconds) / each));
        return "%3d/~%d".formatted(rows, rows + more);
      }

      @Override
      public String eta(int rows, double elapsedSeconds) {
        return Double.isInfinite(budgetSeconds) ? "open" : text(budgetSeconds - elapsedSeconds);
      }
    };
  }

  /** A run that ends with its last measurement. */
  static Outlook ofCount(double measurements, double expectedSeconds) {
    return new Outlook() {
      @Override
      public double share(int rows, double elapsedSeconds) {
        return Math.min(1, rows / measurements);
      }

      @Override
      public String count(int rows, double elapsedSeconds) {
        return "%3d/%.0f".formatted(rows, measurements);
      }

      @Override
      public String eta(int rows, double elapsedSeconds) {
        double each = rows == 0 ? expectedSeconds : elapsedSeconds / rows;
        return "at most " + text((measurements - rows) * each);
      }
    };
  }

  /** A time for people: {@code 40s}, {@code 5m40s}, {@code 3h20m}, {@code 12d}. */
  static String text(double seconds) {
    Duration left = Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    if (left.toDays() > 2) {
      return "%,dd".formatted(left.toDays());
    }
    if (left.toHours() > 0) {
      return "%dh%02dm".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%dm%02ds".formatted(left.toMinutes(), left.toSecondsPart())
        : left.toSeconds() + "s";
  }
}
