package io.github.edgewatt.weights.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.weights.influx.Sending.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfluxWriterTest {
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final InfluxWriter writer =
      new InfluxWriter(
          lines -> outcomes.isEmpty() ? new Outcome.Sent() : outcomes.pop(), pauses::add, 10);

  @Test
  void waitsLongerAndLongerAndLosesNothing() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      outcomes.add(new Outcome.Later("away", Duration.ZERO));
    }
    writer.write(List.of("a", "b"));

    assertThat(pauses.stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(writer.written()).isEqualTo(2);
    assertThat(writer.problem()).isEmpty();
  }

  @Test
  void waitsAsLongAsItIsTold() throws InterruptedException {
    outcomes.add(new Outcome.Later("busy", Duration.ofSeconds(17)));
    writer.write(List.of("a"));

    assertThat(pauses).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void countsWhatIsNotWantedAndGoesOn() throws InterruptedException {
    outcomes.add(new Outcome.Refused("no such field"));
    writer.write(List.of("a", "b", "c"));
    assertThat(writer.problem()).contains("no such field");
    assertThat(writer.refused()).isEqualTo(3);
    writer.write(List.of("d"));

    assertThat(writer.problem()).isEmpty();
    assertThat(pauses).isEmpty();
  }

  @Test
  void countsWhatCannotBeSentAndGoesOn() throws InterruptedException {
    InfluxWriter broken =
        new InfluxWriter(
            lines -> {
              throw new IllegalArgumentException("no such header");
            },
            pauses::add,
            10);
    broken.write(List.of("a", "b"));

    assertThat(broken.refused()).isEqualTo(2);
    assertThat(broken.problem())
        .contains("cannot write to InfluxDB, 2 lines are lost: no such header");
  }

  @Test
  void countsWhatDoesNotFit() {
    writer.offer(Collections.nCopies(12, "a"));

    assertThat(writer.waiting()).isEqualTo(10);
    assertThat(writer.overflowed()).isEqualTo(2);
  }
}
