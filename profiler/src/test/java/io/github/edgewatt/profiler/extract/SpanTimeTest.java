package io.github.edgewatt.profiler.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTimeTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00.7Z");

  private static SpanTime parse(String text, ZoneId zone) {
    return SpanTime.parse("--start", text, zone, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-30 19:10:15, 2024-01-30T17:10:15Z",
    "2024-07-30 19:10:15, 2024-07-30T16:10:15Z",
    "2024-01-30T19:10:15Z, 2024-01-30T19:10:15Z",
    "2024-01-30T19:10:15+01:00, 2024-01-30T18:10:15Z",
    "now, 2024-06-01T12:00:00Z",
    "-2h, 2024-06-01T10:00:00Z",
    "-90s, 2024-06-01T11:58:30Z",
    "-1d, 2024-05-31T12:00:00Z"
  })
  void readsTimes(String text, Instant expected) {
    SpanTime time = parse(text, HELSINKI);
    assertThat(Instant.ofEpochSecond(time.epochSecond())).isEqualTo(expected);
    assertThat(time.note()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2024-01-30 19:10:15, 2024-01-30T19:10:15Z"})
  void readsUtc(String text, Instant expected) {
    assertThat(parse(text, ZoneOffset.UTC).epochSecond()).isEqualTo(expected.getEpochSecond());
  }

  // The figures are those of Python's datetime(…).timestamp() with TZ=Europe/Helsinki.
  @ParameterizedTest
  @CsvSource({
    "2024-10-27 03:30:00, 1729989000, twice",
    "2024-03-31 03:30:00, 1711848600, did not exist",
  })
  void takesTheFirstOfTwoAndMovesOnOverAGap(String text, long expected, String note) {
    SpanTime time = parse(text, HELSINKI);
    assertThat(time.epochSecond()).isEqualTo(expected);
    assertThat(time.note().orElseThrow()).contains(note).contains("Europe/Helsinki");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2024-02-30 00:00:00",
        "2024-01-30",
        "2024-01-30 25:00:00",
        "2h",
        "-2w",
        "1706634615",
        "2024-01-30T19:10:15"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(text, HELSINKI))
        .withMessageStartingWith("--start is '" + text + "': write it like");
  }
}
