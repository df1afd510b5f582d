package io.github.edgewatt.workloads.function;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Multiplies two seeded square matrices of doubles. Cost grows with the cube of the size. */
public final class Matmul {
  private Matmul() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param size rows and columns, 1 to 512; default 128
   * @param seed of the matrices' elements; default 1
   */
  public record Input(Integer size, Long seed) {
    public Input {
      size = Bounds.number("size", size, 128, 1, 512);
      seed = Bounds.number("seed", seed, 1, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Input ofText(String text) {
      return new Input(Bounds.parse("size", text), null);
    }
  }

  /**
   * What a call has done.
   *
   * @param size rows and columns
   * @param trace sum of the product's diagonal
   * @param crc32 CRC-32 of the product's rows as big-endian doubles
   */
  public record Output(int size, double trace, String crc32) {}

  public static Output run(Input input) {
    int n = input.size();
    SplittableRandom random = new SplittableRandom(input.seed());
    double[] left = random.doubles((long) n * n, -1, 1).toArray();
    double[] right = random.doubles((long) n * n, -1, 1).toArray();
    double[] product = new double[n * n];
    // i-k-j order walks all three arrays row by row, which keeps the cost even across sizes.
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = left[i * n + k];
        for (int j = 0; j < n; j++) {
          product[i * n + j] += factor * right[k * n + j];
        }
      }
    }
    double trace = 0;
    ByteBuffer bytes = ByteBuffer.allocate(n * n * Double.BYTES);
    for (int i = 0; i < n; i++) {
      trace += product[i * n + i];
    }
    bytes.asDoubleBuffer().put(product);
    return new Output(n, trace, Checksum.crc32(bytes.array()));
  }
}
