package io.github.edgewatt.yolo.model.jpeg;

/**
 * Makes a block's samples, all of them or fewer: a block of 8 x 8 is also one of 4 x 4, 2 x 2 or 1
 * sample, each the mean of what it stands for, made of its low frequencies alone.
 *
 * <p>The smaller transforms are the orthonormal ones of their size on the first coefficients,
 * divided by 8 / size, since a coefficient grows with the square root of the samples each way.
 */
final class Blocks {
  private static final int BITS = 13;
  private static final int COS_1 =
      (int) Math.round(Math.cos(Math.PI / 8) * Math.sqrt(2) * (1 << BITS));
  private static final int COS_3 =
      (int) Math.round(Math.cos(3 * Math.PI / 8) * Math.sqrt(2) * (1 << BITS));

  private Blocks() {}

  /**
   * Writes a block's samples.
   *
   * @param size samples each way: 8, 4, 2 or 1
   */
  static void samples(int[] block, int greatest, int size, byte[] samples, int at, int stride) {
    switch (size) {
      case 8 -> Idct.samples(block, greatest, samples, at, stride);
      case 4 -> four(block, samples, at, stride);
      case 2 -> two(block, samples, at, stride);
      default -> flat(block[0], 1, samples, at, stride);
    }
  }

  /** A block of one colour. */
  static void flat(int first, int size, byte[] samples, int at, int stride) {
    byte sample = sample(((first + 4) >> 3) + 128);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        samples[at + y * stride + x] = sample;
      }
    }
  }

  static byte sample(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }

  private static void four(int[] c, byte[] samples, int at, int stride) {
    for (int i = 0; i < 4; i++) {
      int even = (c[i] + c[i + 16]) << BITS;
      int odd = (c[i] - c[i + 16]) << BITS;
      int first = c[i + 8] * COS_1 + c[i + 24] * COS_3;
      int second = c[i + 8] * COS_3 - c[i + 24] * COS_1;
      // Two bits more than whole numbers are kept.
      c[i] = (even + first) >> (BITS - 2);
      c[i + 8] = (odd + second) >> (BITS - 2);
      c[i + 16] = (odd - second) >> (BITS - 2);
      c[i + 24] = (even - first) >> (BITS - 2);
    }
    int shift = BITS + 5;
    int middle = (128 << shift) + (1 << (shift - 1));
    for (int y = 0; y < 4; y++) {
      int i = 8 * y;
      int even = ((c[i] + c[i + 2]) << BITS) + middle;
      int odd = ((c[i] - c[i + 2]) << BITS) + middle;
      int first = c[i + 1] * COS_1 + c[i + 3] * COS_3;
      int second = c[i + 1] * COS_3 - c[i + 3] * COS_1;
      int row = at + y * stride;
      samples[row] = sample((even + first) >> shift);
      samples[row + 1] = sample((odd + second) >> shift);
      samples[row + 2] = sample((odd - second) >> shift);
      samples[row + 3] = sample((even - first) >> shift);
    }
  }

  private static void two(int[] c, byte[] samples, int at, int stride) {
    int upper = c[0] + c[8];
    int lower = c[0] - c[8];
    int upperRight = c[1] + c[9];
    int lowerRight = c[1] - c[9];
    samples[at] = sample(((upper + upperRight + 4) >> 3) + 128);
    samples[at + 1] = sample(((upper - upperRight + 4) >> 3) + 128);
    samples[at + stride] = sample(((lower + lowerRight + 4) >> 3) + 128);
    samples[at + stride + 1] = sample(((lower - lowerRight + 4) >> 3) + 128);
  }
}
