package io.github.edgewatt.profiler.correlate.rule;

/**
 * Moments at equal distances that all series are brought to.
 *
 * @param firstMillis the first moment, since the epoch
 * @param stepMillis from one to the next
 * @param points how many there are
 */
public record Grid(long firstMillis, long stepMillis, int points) {
  /** A week at one second. */
  public static final int MOST_POINTS = 604_800;

  public Grid {
    if (stepMillis < 1 || points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          points + " points " + stepMillis + " ms apart are no grid: 1 to " + MOST_POINTS);
    }
  }

  /** The moment nearest to {@code millis}; -1 where that is none of the grid. */
  public int nearest(long millis) {
    long index = Math.floorDiv(millis - firstMillis + stepMillis / 2, stepMillis);
    return index < 0 || index >= points ? -1 : (int) index;
  }

  public long millis(int index) {
    return firstMillis + index * stepMillis;
  }

  public double stepSeconds() {
    return stepMillis / 1_000.0;
  }
}
