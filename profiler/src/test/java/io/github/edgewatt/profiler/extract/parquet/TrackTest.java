package io.github.edgewatt.profiler.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackTest {
  private record Row(long time, double value) {}

  private final List<Row> rows = new ArrayList<>();

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  private void add(int id, long time, double value) {
    assertThat(id).isEqualTo(7);
    rows.add(new Row(time, value));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aChangingSeriesIsThereWhole(int seed) throws Exception {
    Random random = new Random(seed);
    Track track = new Track(7, 5_000);
    List<Row> given = new ArrayList<>();
    long time = 1_000_000;
    for (int i = 0; i < 200; i++) {
      time += 5_000L * (random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 1);
      double value = i < seed ? 3 : random.nextInt(3) == 0 ? Double.NaN : random.nextInt(4);
      given.add(new Row(time, value));
      assertThat(track.sample(time, value, this::add)).isTrue();
    }
    assertThat(track.isStatic()).isFalse();
    assertThat(rows).isEqualTo(given);
    assertThat(track.points()).isEqualTo(200);
    assertThat(track.numbers())
        .isEqualTo(given.stream().filter(row -> !Double.isNaN(row.value())).count());
    assertThat(track.first()).isEqualTo(given.get(0).time());
    assertThat(track.last()).isEqualTo(time);
  }

  @Test
  void aStaticSeriesLeavesItsValueOnly() throws Exception {
    Track track = new Track(7, 5_000);
    for (int i = 0; i < 100; i++) {
      track.sample(i * 5_000L * (1 + i % 2), Double.NaN, this::add);
    }
    assertThat(rows).isEmpty();
    assertThat(track.isStatic()).isTrue();
    assertThat(track.value()).isNaN();
    assertThat(track.numbers()).isZero();
  }

  @Test
  void aTimeThatCameAlreadyIsLeftOut() throws Exception {
    Track track = new Track(7, 5_000);
    assertThat(track.sample(5_000, 1, this::add)).isTrue();
    assertThat(track.sample(5_000, 2, this::add)).isFalse();
    assertThat(track.isStatic()).isTrue();
    assertThat(track.points()).isEqualTo(1);
  }
}
