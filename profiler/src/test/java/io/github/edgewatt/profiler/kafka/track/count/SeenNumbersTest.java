package io.github.edgewatt.profiler.kafka.track.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.count.SeenNumbers.Added;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeenNumbersTest {
  @Test
  void aMillionNeighboursTakeSixteenPages() {
    SeenNumbers numbers = new SeenNumbers(16);
    for (int id = 0; id < 1_000_000; id++) {
      assertThat(numbers.add(id) == Added.NEW).as("%d", id).isTrue();
    }
    assertThat(numbers.count(0, Long.MAX_VALUE)).isEqualTo(1_000_000);
    assertThat(numbers.add(999_999)).isEqualTo(Added.SEEN);
    assertThat(numbers.has(1_000_000)).isFalse();
    // 16 pages end at 2^20: nothing above it fits, and what is there stays known.
    assertThat(numbers.add((1 << 20) - 1)).isEqualTo(Added.NEW);
    assertThat(numbers.add(1 << 20)).isEqualTo(Added.UNTRACKED);
    assertThat(numbers.has(1 << 20)).isFalse();
    assertThat(numbers.add(0)).isEqualTo(Added.SEEN);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,1",
    "0,65535,2",
    "0,65536,3",
    "65535,65536,2",
    "1,65534,0",
    "65536,1000000000000,2",
    "1000000000000,1000000000000,1",
    "5,4,0"
  })
  void countsWithinBothEnds(long first, long last, long count) {
    SeenNumbers numbers = new SeenNumbers(10);
    for (long number : new long[] {0, 65_535, 65_536, 1_000_000_000_000L}) {
      assertThat(numbers.add(number)).isEqualTo(Added.NEW);
    }
    assertThat(numbers.count(first, last)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isASet(long seed) {
    Random random = new Random(seed);
    SeenNumbers numbers = new SeenNumbers(1_000);
    TreeSet<Long> set = new TreeSet<>();
    int range = 1 << (8 + random.nextInt(12));
    for (int i = 0; i < 2_000; i++) {
      long number = random.nextInt(range);
      assertThat(numbers.add(number)).isEqualTo(set.add(number) ? Added.NEW : Added.SEEN);
    }
    for (int i = 0; i < 200; i++) {
      long first = random.nextInt(range);
      long last = first + random.nextInt(range);
      assertThat(numbers.has(first)).isEqualTo(set.contains(first));
      assertThat(numbers.count(first, last)).isEqualTo(set.subSet(first, true, last, true).size());
    }
  }
}
