package io.github.edgewatt.collector.window;

/**
 * A part of a window.
 *
 * @param startMillis when it begins, Unix time in ms
 * @param sum what fell into it
 */
public record Bucket(long startMillis, double sum) {
  public Bucket {
    if (!(sum >= 0 && sum <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("not a sum of times: " + sum);
    }
  }
}
