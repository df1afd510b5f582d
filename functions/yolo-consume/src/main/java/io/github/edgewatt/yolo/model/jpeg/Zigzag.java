package io.github.edgewatt.yolo.model.jpeg;

import java.util.Arrays;

/** The order of a block's coefficients, low frequencies first. Source: ITU-T T.81, figure A.6. */
final class Zigzag {
  static final int SIZE = 64;

  /** A block and the longest run past its end. */
  static final int PADDED = SIZE + 16;

  private Zigzag() {}

  /** Index in the block, row by row, of each coefficient; what is past the end is the last one. */
  static int[] order() {
    int[] order = new int[PADDED];
    Arrays.fill(order, SIZE - 1);
    int at = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
        // Even diagonals go up, odd ones down.
        int row = diagonal % 2 == 0 ? diagonal - i : i;
        order[at++] = row * 8 + diagonal - row;
      }
    }
    return order;
  }
}
