package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatmulTest {
  @Test
  void traceIsThatOfTheTextbookProduct() {
    long size = 7;
    int n = (int) size;
    SplittableRandom random = new SplittableRandom(42);
    double[] left = random.doubles(size * size, -1, 1).toArray();
    double[] right = random.doubles(size * size, -1, 1).toArray();
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        trace += left[i * n + k] * right[k * n + i];
      }
    }

    assertThat(Matmul.run(new Matmul.Input(n, 42L)).trace()).isCloseTo(trace, within(1e-12));
  }

  @Test
  void isDeterministicAndDependsOnTheSeed() {
    Matmul.Output first = Matmul.run(new Matmul.Input(null, null));

    assertThat(first).isEqualTo(Matmul.run(Matmul.Input.ofText("128")));
    assertThat(first.crc32()).isNotEqualTo(Matmul.run(new Matmul.Input(null, 2L)).crc32());
  }

  @Test
  void boundsTheSize() {
    Refused.because("size must be from 1 to 512", () -> new Matmul.Input(513, null));
    Refused.because("size must be from 1 to 512", () -> new Matmul.Input(0, null));
    Refused.because("whole number", () -> Matmul.Input.ofText("big"));
  }
}
