package io.github.edgewatt.profiler.measure;

/** Samples in order of time, the newest {@code capacity} of them; index 0 is the oldest kept. */
final class SampleRing {
  private final long[] nanos;
  private final double[] values;
  private int start;
  private int size;

  SampleRing(int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("a series needs room for two samples");
    }
    this.nanos = new long[capacity];
    this.values = new double[capacity];
  }

  /** Passes over what is not a number or not later: a window's ends must lie between samples. */
  void append(long at, double value) {
    if (Double.isNaN(value) || (size > 0 && at - nanos(size - 1) <= 0)) {
      return;
    }
    int slot = (start + size) % nanos.length;
    nanos[slot] = at;
    values[slot] = value;
    if (size < nanos.length) {
      size++;
    } else {
      start = (start + 1) % nanos.length;
    }
  }

  int size() {
    return size;
  }

  long nanos(int index) {
    return nanos[(start + index) % nanos.length];
  }

  double value(int index) {
    return values[(start + index) % nanos.length];
  }

  /** The value at an instant between sample {@code index} and the next, on a straight line. */
  double at(int index, long instant) {
    double share = (double) (instant - nanos(index)) / (nanos(index + 1) - nanos(index));
    return value(index) + share * (value(index + 1) - value(index));
  }

  /** Index of the last sample not later than {@code instant}, -1 where all are later. */
  int atOrBefore(long instant) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nanos(middle) - instant <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Index of the first sample not earlier than {@code instant}, the size where all are earlier. */
  int atOrAfter(long instant) {
    int before = atOrBefore(instant);
    return before >= 0 && nanos(before) == instant ? before : before + 1;
  }

  /** Why the window cannot be answered, or null where samples lie around both its ends. */
  WindowFigure uncovered(long from, long to) {
    if (to - from <= 0) {
      throw new IllegalArgumentException("a window must end after its start");
    }
    if (size < 2) {
      return WindowFigure.absent(size == 0 ? "no samples" : "one sample only");
    }
    if (atOrBefore(from) < 0) {
      return WindowFigure.absent("no sample before the window");
    }
    return atOrAfter(to) >= size ? WindowFigure.absent("no sample after the window") : null;
  }

  WindowFigure figure(double value, int first, int last) {
    long gap = 0;
    for (int i = first; i < last; i++) {
      gap = Math.max(gap, nanos(i + 1) - nanos(i));
    }
    return new WindowFigure(value, last - first + 1, gap, "");
  }
}
