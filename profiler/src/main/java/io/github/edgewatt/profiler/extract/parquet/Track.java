package io.github.edgewatt.profiler.extract.parquet;

import java.io.IOException;
import java.util.Arrays;

/**
 * One series on its way: nothing of it is stored before its value changes for the first time, and
 * then the samples so far, of which only the times had to be kept, as runs of evenly spaced ones.
 */
final class Track {
  private final int id;
  private final long step;
  private long points;
  private long numbers;
  private long first;
  private long last;
  private double value;
  private boolean varying;
  private long[] runs = new long[4];
  private int size;

  /** Where samples of changing series go. */
  interface Rows {
    void add(int id, long epochMillis, double value) throws IOException;
  }

  /**
   * @param step usual distance of its samples in milliseconds
   */
  Track(int id, long step) {
    this.id = id;
    this.step = step;
  }

  /**
   * Takes the next sample.
   *
   * @return whether it was later than all before; another is left out
   */
  boolean sample(long time, double sample, Rows rows) throws IOException {
    if (points > 0 && time <= last) {
      return false;
    }
    if (varying) {
      rows.add(id, time, sample);
    } else if (points == 0) {
      first = time;
      value = sample;
      begin(time);
    } else if (Double.compare(value, sample) == 0) {
      hold(time);
    } else {
      varying = true;
      release(rows);
      rows.add(id, time, sample);
    }
    last = time;
    points++;
    numbers += Double.isNaN(sample) ? 0 : 1;
    return true;
  }

  private void hold(long time) {
    if (time == last + step) {
      runs[size - 1]++;
    } else {
      begin(time);
    }
  }

  private void begin(long time) {
    if (size == runs.length) {
      runs = Arrays.copyOf(runs, 2 * size);
    }
    runs[size++] = time;
    runs[size++] = 1;
  }

  private void release(Rows rows) throws IOException {
    for (int run = 0; run < size; run += 2) {
      for (long i = 0; i < runs[run + 1]; i++) {
        rows.add(id, runs[run] + i * step, value);
      }
    }
    runs = new long[0];
    size = 0;
  }

  int id() {
    return id;
  }

  /** How many samples. */
  long points() {
    return points;
  }

  /** How many of them are numbers. */
  long numbers() {
    return numbers;
  }

  /** Time of the first sample. */
  long first() {
    return first;
  }

  /** Time of the last sample. */
  long last() {
    return last;
  }

  /** Whether its value never changed. */
  boolean isStatic() {
    return !varying;
  }

  /** The value of a static series. */
  double value() {
    return value;
  }
}
