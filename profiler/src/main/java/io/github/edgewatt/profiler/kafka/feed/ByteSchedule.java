package io.github.edgewatt.profiler.kafka.feed;

import java.time.Duration;
import java.util.Arrays;

/**
 * When the next byte is due: the inverse of the curve's integral. Counting bytes instead of images
 * keeps megabytes per second right whatever the images' sizes, and absolute times keep it right
 * however late a single image was.
 *
 * <p>An image leaves when the integral has reached its middle, so that what has left differs from
 * the integral by half an image at most.
 */
public final class ByteSchedule {
  /** Due after the end. */
  public static final long NEVER = Long.MAX_VALUE;

  private final double[] fractions;
  private final double bytesPerSecond;
  private final long durationNanos;

  /** Bytes due before each slice; the last is all of them. */
  private final double[] before;

  /**
   * @param fractions of the highest rate, one for each of the equal slices; from 0
   * @param duration of all slices together
   * @param bytesPerSecond at fraction 1
   */
  public ByteSchedule(double[] fractions, Duration duration, double bytesPerSecond) {
    this.fractions = fractions.clone();
    this.bytesPerSecond = bytesPerSecond;
    durationNanos = duration.toNanos();
    before = new double[fractions.length + 1];
    for (int k = 0; k < fractions.length; k++) {
      double seconds = (sliceStartNanos(k + 1) - sliceStartNanos(k)) / 1e9;
      before[k + 1] = before[k] + fractions[k] * bytesPerSecond * seconds;
    }
  }

  public int slices() {
    return fractions.length;
  }

  public long durationNanos() {
    return durationNanos;
  }

  /** When a slice begins, in nanoseconds after the start; slice {@link #slices} is the end. */
  public long sliceStartNanos(int slice) {
    return (long) ((double) durationNanos * slice / fractions.length);
  }

  public double fraction(int slice) {
    return fractions[slice];
  }

  /** The rate of a slice. */
  public double bytesPerSecond(int slice) {
    return fractions[slice] * bytesPerSecond;
  }

  /** The whole run's bytes. */
  public double totalBytes() {
    return before[fractions.length];
  }

  /**
   * When an image is due.
   *
   * @param sent bytes of the images before it
   * @param size its own bytes
   * @return nanoseconds after the start, or {@link #NEVER}
   */
  public long dueNanos(long sent, int size) {
    return dueNanos(sent + size / 2.0);
  }

  private long dueNanos(double bytes) {
    if (bytes >= totalBytes()) {
      return NEVER;
    }
    int found = Arrays.binarySearch(before, bytes);
    // Between two slices' beginnings it is the insertion point that is found.
    int slice = found >= 0 ? found : -found - 2;
    while (fractions[slice] <= 0) {
      slice++;
    }
    double into = Math.max(0, bytes - before[slice]) / (fractions[slice] * bytesPerSecond);
    return Math.min(sliceStartNanos(slice) + (long) (into * 1e9), durationNanos - 1);
  }
}
