package io.github.edgewatt.collector.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.event.Checked.Bad;
import io.github.edgewatt.collector.event.Checked.Good;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final String TIME = String.valueOf(NOW);

  @Test
  void readsAUse() {
    assertThat(check(new EventFields(TIME, "", "12.500000", "def", null, null)))
        .isEqualTo(
            new Good(new FpgaEvent(NOW, Kind.USAGE, 12.5, Optional.of("def"), Optional.empty())));
  }

  @Test
  void aReconfigurationComesBeforeADuration() {
    assertThat(check(new EventFields(TIME, "10000", "nonsense", "", "a,,b,a", null)))
        .isEqualTo(
            new Good(
                new FpgaEvent(
                    NOW,
                    Kind.RECONFIGURATION,
                    10_000,
                    Optional.empty(),
                    Optional.of(List.of("a", "b")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1.5", "1e3", " 1", "0x10", "99999999999999999999", "١", "+"})
  void aTimestampIsAWholeNumber(String timestamp) {
    assertThat(check(new EventFields(timestamp, null, "1", null, null, null)))
        .isEqualTo(new Bad("Error parsing timestamp_ms"));
    assertThat(check(new EventFields(null, null, "1", null, null, null)))
        .isEqualTo(new Bad("Error parsing timestamp_ms"));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "30000, true", "30001, false", "86400000, false"})
  void theFutureIsRefusedBeyondASmallSkew(long ahead, boolean taken) {
    Checked checked = check(use(String.valueOf(NOW + ahead), "1"));
    assertThat(checked instanceof Good).isEqualTo(taken);
    assertThat(check(use(String.valueOf(Long.MAX_VALUE), "1")))
        .isEqualTo(new Bad("Error parsing timestamp_ms: more than 30 s in the future"));
    assertThat(check(use(String.valueOf(Long.MIN_VALUE), "1"))).isInstanceOf(Good.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "nan",
        "Inf",
        "-Inf",
        "Infinity",
        "1e999",
        "-1",
        "-0.001",
        "1d",
        "1f",
        "0x1p3",
        " 1",
        "1 ",
        "abc",
        "1_000",
        "1,5",
        "--1",
        "e",
        ".",
        "+"
      })
  void timesThatDidNotPassAreRefused(String text) {
    assertThat(check(use(TIME, text))).isEqualTo(new Bad("Error parsing duration_ms"));
    assertThat(check(new EventFields(TIME, text, "1", null, null, null)))
        .isEqualTo(new Bad("Error parsing reconfiguration_ms"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "+5, 5", "1e3, 1000", "1E-3, 0.001", ".5, 0.5", "5., 5"})
  void readsEveryWayToWriteATime(String text, double millis) {
    Good good = (Good) check(use(TIME, text));
    assertThat(good.event().millis()).isEqualTo(millis);
    assertThat(1 / good.event().millis()).isPositive();
  }

  @Test
  void saysBothWhereNoTimeIsGiven() {
    Bad both = new Bad("Error parsing form\nError parsing duration_ms");
    assertThat(check(use(TIME, null))).isEqualTo(both);
    assertThat(check(new EventFields(TIME, "", "", null, null, null))).isEqualTo(both);
    assertThat(EventReader.unreadable()).isEqualTo(new Bad("Error parsing form"));
  }

  @Test
  void identifiersHaveALengthAndNoControlCharacters() {
    for (String id : List.of("x".repeat(257), "a\nb", "\u007f", "\ud800", "a\udc00", "a\ud800b")) {
      assertThat(check(new EventFields(TIME, null, "1", id, null, null)))
          .isEqualTo(new Bad("Error parsing bitstream_identifier"));
      assertThat(check(new EventFields(TIME, null, "1", null, "ok," + id, null)))
          .isEqualTo(new Bad("Error parsing bitstream_identifiers"));
    }
    for (String id : List.of("x".repeat(256), "😀", "a b", "\"\\", "/opt/xilinx/a.xclbin")) {
      assertThat(check(new EventFields(TIME, null, "1", id, id, null))).isInstanceOf(Good.class);
    }
  }

  @Test
  void aListOfMoreThanThereIsRoomForIsRefusedWhole() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      many.append("bitstream-").append(i).append(',');
    }
    assertThat(check(new EventFields(TIME, null, "1", null, many.toString(), null)))
        .isEqualTo(new Bad("Error parsing bitstream_identifiers"));
    Good none = (Good) check(new EventFields(TIME, null, "1", null, ",,,", null));
    assertThat(none.event().loaded()).contains(List.of());
  }

  private static EventFields use(String timestamp, String duration) {
    return new EventFields(timestamp, null, duration, null, null, null);
  }

  private static Checked check(EventFields fields) {
    return EventReader.check(fields, NOW);
  }
}
