package io.github.edgewatt.profiler.kafka.track.count;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The published rolling figures: of each window of results, by consumer, how many there were,
 * {@code inf} at least, at most and on average, and {@code avg_total}, the mean of {@code inf + pre
 * + post + queue}.
 */
public final class RollingWindow {
  /**
   * One consumer's part of a window; times in milliseconds, NaN where no result told them.
   *
   * @param n results
   */
  public record Figures(int n, double min, double max, double avg, double avgTotal) {}

  private static final class Sum {
    private int n;
    private int timed;
    private int totals;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double totalSum;

    private void add(double inf, double total) {
      n++;
      if (!Double.isNaN(inf)) {
        timed++;
        min = Math.min(min, inf);
        max = Math.max(max, inf);
        sum += inf;
      }
      if (!Double.isNaN(total)) {
        totals++;
        totalSum += total;
      }
    }

    private Figures figures() {
      return timed == 0
          ? new Figures(n, Double.NaN, Double.NaN, Double.NaN, totalSum / totals)
          : new Figures(n, min, max, sum / timed, totalSum / totals);
    }
  }

  private final int size;
  private final Map<String, Sum> sums = new TreeMap<>();
  private int rows;

  /**
   * @param size results a window has
   */
  public RollingWindow(int size) {
    this.size = size;
  }

  /** Adds a result; returns the window's figures by consumer when this result fills it. */
  public Optional<Map<String, Figures>> add(String source, double inf, double total) {
    sums.computeIfAbsent(source, key -> new Sum()).add(inf, total);
    if (++rows < size) {
      return Optional.empty();
    }
    Map<String, Figures> figures = new TreeMap<>();
    sums.forEach((name, sum) -> figures.put(name, sum.figures()));
    sums.clear();
    rows = 0;
    return Optional.of(figures);
  }
}
