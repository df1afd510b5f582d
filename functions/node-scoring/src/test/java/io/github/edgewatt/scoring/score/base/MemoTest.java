package io.github.edgewatt.scoring.score.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
  @Test
  void holdsNoMoreThanTwiceItsLimitAndForgetsWhatIsNotAskedFor() {
    Memo<Integer> memo = new Memo<>(() -> 10);
    memo.put("asked", 1);
    memo.put("left", 2);
    for (int i = 0; i < 10_000; i++) {
      memo.put("node-" + i, i);
      assertThat(memo.get("asked")).isEqualTo(1);
      assertThat(memo.size()).isLessThanOrEqualTo(20);
    }
    assertThat(memo.get("left")).isNull();
  }

  @Test
  void keepsAWholeCluster() {
    Memo<Integer> memo = new Memo<>(() -> 5_064);
    IntStream.range(0, 5_000).forEach(i -> memo.put("node-" + i, i));
    assertThat(IntStream.range(0, 5_000)).allMatch(i -> memo.get("node-" + i).equals(i));
  }
}
