package io.github.edgewatt.yolo.model.jpeg;

/**
 * Makes a block's 64 samples of its 64 coefficients.
 *
 * <p>The algorithm of Loeffler, Ligtenberg and Moschytz (ICASSP 1989): 12 multiplications for eight
 * samples, columns first, then rows, in fixed point of 13 bits. Columns behind the last coefficient
 * are zero and are not looked at.
 */
final class Idct {
  private static final int BITS = 13;

  /** Bits kept between columns and rows. */
  private static final int KEPT = 2;

  private static final int SIN_6 = fixed(0.541196100);
  private static final int SIN_6_MINUS = fixed(1.847759065);
  private static final int COS_6_MINUS = fixed(0.765366865);
  private static final int ODD_ALL = fixed(1.175875602);
  private static final int ODD_7 = fixed(0.298631336);
  private static final int ODD_5 = fixed(2.053119869);
  private static final int ODD_3 = fixed(3.072711026);
  private static final int ODD_1 = fixed(1.501321110);
  private static final int SUM_17 = fixed(0.899976223);
  private static final int SUM_35 = fixed(2.562915447);
  private static final int SUM_37 = fixed(1.961570560);
  private static final int SUM_15 = fixed(0.390180644);

  /** By greatest zigzag index: the last column with anything in it. */
  private static final int[] COLUMNS = columns();

  private Idct() {}

  private static int fixed(double factor) {
    return (int) Math.round(factor * (1 << BITS));
  }

  private static int[] columns() {
    int[] order = Zigzag.order();
    int[] columns = new int[Zigzag.SIZE];
    for (int k = 1; k < Zigzag.SIZE; k++) {
      columns[k] = Math.max(columns[k - 1], order[k] % 8);
    }
    return columns;
  }

  /**
   * Writes the samples of a block.
   *
   * @param block coefficients, row by row; used up
   * @param greatest greatest zigzag index that is not zero
   * @param samples receives 8 x 8 bytes
   * @param at index of the first
   * @param stride from a row to the next
   */
  static void samples(int[] block, int greatest, byte[] samples, int at, int stride) {
    if (greatest == 0) {
      Blocks.flat(block[0], 8, samples, at, stride);
      return;
    }
    int last = COLUMNS[greatest];
    for (int column = 0; column <= last; column++) {
      column(block, column);
    }
    for (int row = 0; row < 8; row++) {
      row(block, row * 8, samples, at + row * stride);
    }
  }

  private static void column(int[] c, int i) {
    int c1 = c[i + 8];
    int c2 = c[i + 16];
    int c3 = c[i + 24];
    int c4 = c[i + 32];
    int c5 = c[i + 40];
    int c6 = c[i + 48];
    int c7 = c[i + 56];
    if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) == 0) {
      int flat = c[i] << KEPT;
      for (int row = 0; row < 8; row++) {
        c[i + row * 8] = flat;
      }
      return;
    }
    int both = (c2 + c6) * SIN_6;
    int even2 = both - c6 * SIN_6_MINUS;
    int even3 = both + c2 * COS_6_MINUS;
    int round = 1 << (BITS - KEPT - 1);
    int sum = ((c[i] + c4) << BITS) + round;
    int difference = ((c[i] - c4) << BITS) + round;
    int all = (c7 + c3 + c5 + c1) * ODD_ALL;
    int sum37 = all - (c7 + c3) * SUM_37;
    int sum15 = all - (c5 + c1) * SUM_15;
    int sum17 = (c7 + c1) * SUM_17;
    int sum35 = (c5 + c3) * SUM_35;
    int odd0 = c7 * ODD_7 - sum17 + sum37;
    int odd1 = c5 * ODD_5 - sum35 + sum15;
    int odd2 = c3 * ODD_3 - sum35 + sum37;
    int odd3 = c1 * ODD_1 - sum17 + sum15;
    c[i] = (sum + even3 + odd3) >> (BITS - KEPT);
    c[i + 56] = (sum + even3 - odd3) >> (BITS - KEPT);
    c[i + 8] = (difference + even2 + odd2) >> (BITS - KEPT);
    c[i + 48] = (difference + even2 - odd2) >> (BITS - KEPT);
    c[i + 16] = (difference - even2 + odd1) >> (BITS - KEPT);
    c[i + 40] = (difference - even2 - odd1) >> (BITS - KEPT);
    c[i + 24] = (sum - even3 + odd0) >> (BITS - KEPT);
    c[i + 32] = (sum - even3 - odd0) >> (BITS - KEPT);
  }

  private static void row(int[] c, int i, byte[] samples, int at) {
    int c1 = c[i + 1];
    int c2 = c[i + 2];
    int c3 = c[i + 3];
    int c4 = c[i + 4];
    int c5 = c[i + 5];
    int c6 = c[i + 6];
    int c7 = c[i + 7];
    int both = (c2 + c6) * SIN_6;
    int even2 = both - c6 * SIN_6_MINUS;
    int even3 = both + c2 * COS_6_MINUS;
    // The middle of the range, and half of what the shift cuts off.
    int middle = (128 << (BITS + KEPT + 3)) + (1 << (BITS + KEPT + 2));
    int sum = ((c[i] + c4) << BITS) + middle;
    int difference = ((c[i] - c4) << BITS) + middle;
    int all = (c7 + c3 + c5 + c1) * ODD_ALL;
    int sum37 = all - (c7 + c3) * SUM_37;
    int sum15 = all - (c5 + c1) * SUM_15;
    int sum17 = (c7 + c1) * SUM_17;
    int sum35 = (c5 + c3) * SUM_35;
    int odd0 = c7 * ODD_7 - sum17 + sum37;
    int odd1 = c5 * ODD_5 - sum35 + sum15;
    int odd2 = c3 * ODD_3 - sum35 + sum37;
    int odd3 = c1 * ODD_1 - sum17 + sum15;
    samples[at] = sample(sum + even3 + odd3);
    samples[at + 7] = sample(sum + even3 - odd3);
    samples[at + 1] = sample(difference + even2 + odd2);
    samples[at + 6] = sample(difference + even2 - odd2);
    samples[at + 2] = sample(difference - even2 + odd1);
    samples[at + 5] = sample(difference - even2 - odd1);
    samples[at + 3] = sample(sum - even3 + odd0);
    samples[at + 4] = sample(sum - even3 - odd0);
  }

  private static byte sample(int value) {
    return Blocks.sample(value >> (BITS + KEPT + 3));
  }
}
