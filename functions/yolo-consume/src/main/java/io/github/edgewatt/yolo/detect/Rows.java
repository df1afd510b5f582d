package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/** Looks along a row or a column of a model's output. */
final class Rows {
  private Rows() {}

  /** The index of the greatest of {@code count} numbers, the first of equals. */
  static int best(FloatBuffer numbers, int from, int step, int count) {
    int best = 0;
    float greatest = numbers.get(from);
    for (int i = 1; i < count; i++) {
      float number = numbers.get(from + i * step);
      if (number > greatest) {
        greatest = number;
        best = i;
      }
    }
    return best;
  }
}
