package io.github.edgewatt.cluster.live;

import java.util.Arrays;

/**
 * The newest samples of one series, by time: of two with the same time the first stays, late ones
 * are sorted in. Samples older than the window go, but for the newest of them: between it and the
 * next one lies what was at the window's beginning. Times are nanoseconds since 1970.
 */
final class SampleWindow {
  private static final int FIRST_CAPACITY = 8;
  private static final long[] NO_TIMES = {};
  private static final double[] NO_VALUES = {};

  private long[] times = NO_TIMES;
  private double[] values = NO_VALUES;
  private int size;

  /**
   * Adds a sample.
   *
   * @param oldest where the window begins
   * @param most how many samples it may hold, 2 or more
   */
  void add(long time, double value, long oldest, int most, Drops drops) {
    trim(oldest);
    int at = after(time);
    if (at > 0 && times[at - 1] == time) {
      drops.count(Drop.DUPLICATE);
      return;
    }
    if (size >= most) {
      drops.count(Drop.TOO_MANY_SAMPLES);
      if (at == 0) {
        return;
      }
      drop(1);
      at--;
    }
    if (size == times.length) {
      int capacity = Math.min(most, Math.max(FIRST_CAPACITY, 2 * size));
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    System.arraycopy(times, at, times, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    times[at] = time;
    values[at] = value;
    size++;
  }

  private void trim(long oldest) {
    drop(Math.max(0, after(oldest) - 1));
  }

  private void drop(int first) {
    if (first > 0) {
      size -= first;
      System.arraycopy(times, first, times, 0, size);
      System.arraycopy(values, first, values, 0, size);
    }
  }

  /** How many samples are not after {@code time}. */
  private int after(long time) {
    int at = size;
    // New samples belong at or near the end.
    for (int looked = 0; at > 0 && times[at - 1] > time; looked++) {
      if (looked == FIRST_CAPACITY) {
        int found = Arrays.binarySearch(times, 0, at, time);
        return found < 0 ? -found - 1 : found + 1;
      }
      at--;
    }
    return at;
  }

  int size() {
    return size;
  }

  /** The newest sample's time; {@link Long#MIN_VALUE} of none. */
  long newest() {
    return size == 0 ? Long.MIN_VALUE : times[size - 1];
  }

  /**
   * The time mean of a gauge from {@code from} to {@code to}, linear between samples and, where
   * there are samples on both sides, at the ends; the value itself where there is one; NaN of none.
   */
  double mean(long from, long to) {
    int first = Math.max(0, after(from) - 1);
    double area = 0;
    long nanos = 0;
    double lone = Double.NaN;
    for (int i = first; i < size && times[i] <= to; i++) {
      if (times[i] >= from) {
        lone = values[i];
      }
      if (i + 1 < size) {
        long begin = Math.max(from, times[i]);
        long end = Math.min(to, times[i + 1]);
        if (end > begin) {
          area += (end - begin) * (value(i, begin) + value(i, end)) / 2;
          nanos += end - begin;
        }
      }
    }
    return nanos > 0 ? area / nanos : lone;
  }

  private double value(int i, long time) {
    double share = (double) (time - times[i]) / (times[i + 1] - times[i]);
    return values[i] + share * (values[i + 1] - values[i]);
  }

  /**
   * How much a counter rose from {@code from} to {@code to}, or in as much of it as samples tell
   * of; one that fell began anew from 0. Without two samples to tell, {@link Rise#NONE}.
   */
  Rise rise(long from, long to) {
    int first = Math.max(0, after(from) - 1);
    double rise = 0;
    long began = Long.MAX_VALUE;
    long ended = Long.MIN_VALUE;
    for (int i = first; i + 1 < size && times[i] < to; i++) {
      long begin = Math.max(from, times[i]);
      long end = Math.min(to, times[i + 1]);
      if (end > begin) {
        double step = values[i + 1] - values[i];
        double share = (double) (end - begin) / (times[i + 1] - times[i]);
        rise += share * (step < 0 ? values[i + 1] : step);
        began = Math.min(began, begin);
        ended = end;
      }
    }
    return ended > began ? new Rise(rise, began, ended) : Rise.NONE;
  }
}
