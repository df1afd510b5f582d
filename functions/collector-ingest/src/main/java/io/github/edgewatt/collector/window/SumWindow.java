package io.github.edgewatt.collector.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sum of what came in the last five minutes, in a ring of buckets of five seconds: constant
 * memory, whatever the number of events. A value counts for at least five minutes after its time
 * and at most one bucket longer.
 *
 * <p>The sum is added up anew when it is asked for, so nothing is left of what has expired, not
 * even rounding. It stops at the largest number rather than become infinite. Not for use by several
 * threads.
 */
public final class SumWindow {
  public static final long WINDOW_MILLIS = 300_000;
  public static final long BUCKET_MILLIS = 5_000;

  /** Values of the near future are taken, so their buckets must not fall onto living ones. */
  public static final long MOST_AHEAD_MILLIS = 60_000;

  private static final int BUCKETS =
      (int) ((WINDOW_MILLIS + MOST_AHEAD_MILLIS) / BUCKET_MILLIS) + 2;

  private final long[] numbers = new long[BUCKETS];
  private final double[] sums = new double[BUCKETS];

  public SumWindow() {
    Arrays.fill(numbers, Long.MIN_VALUE);
  }

  /** Whether a value of {@code timeMillis} is too old to count. */
  public static boolean late(long timeMillis, long nowMillis) {
    return timeMillis < nowMillis - WINDOW_MILLIS;
  }

  /** Adds {@code value}, not negative, unless its time is too old or too far ahead. */
  public void add(long timeMillis, double value, long nowMillis) {
    long number = Math.floorDiv(timeMillis, BUCKET_MILLIS);
    if (!alive(number, nowMillis)) {
      return;
    }
    int slot = (int) Math.floorMod(number, (long) BUCKETS);
    if (numbers[slot] != number) {
      numbers[slot] = number;
      sums[slot] = 0;
    }
    sums[slot] = Math.min(sums[slot] + value, Double.MAX_VALUE);
  }

  /** The buckets that count at {@code nowMillis} and are not empty, oldest first. */
  public List<Bucket> buckets(long nowMillis) {
    List<Bucket> alive = new ArrayList<>();
    long oldest = Math.floorDiv(nowMillis - WINDOW_MILLIS, BUCKET_MILLIS);
    for (long number = oldest; number < oldest + BUCKETS; number++) {
      int slot = (int) Math.floorMod(number, (long) BUCKETS);
      if (numbers[slot] == number && sums[slot] > 0) {
        alive.add(new Bucket(number * BUCKET_MILLIS, sums[slot]));
      }
    }
    return alive;
  }

  private static boolean alive(long number, long nowMillis) {
    return number >= Math.floorDiv(nowMillis - WINDOW_MILLIS, BUCKET_MILLIS)
        && number <= Math.floorDiv(nowMillis + MOST_AHEAD_MILLIS, BUCKET_MILLIS);
  }
}
