package io.github.edgewatt.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, 500, 500ms",
    "1ms, 1, 1ms",
    "20s, 20000, 20s",
    "1m30s, 90000, 1m30s",
    "90s, 90000, 1m30s",
    "15m, 900000, 15m",
    "2h, 7200000, 2h",
    "1h30m, 5400000, 1h30m",
    "1s500ms, 1500, 1s500ms",
    "1500ms, 1500, 1s500ms",
    "24h, 86400000, 24h",
    "86400s, 86400000, 24h"
  })
  void readsAndPrintsBack(String text, long millis, String canonical) {
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    assertThat(Durations.format(Durations.parse(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20",
        "-5s",
        "1h30",
        "20S",
        "0s",
        "0ms",
        "0h0m",
        "",
        " ",
        "20 s",
        " 20s",
        "1.5s",
        "1,5s",
        "s",
        "30s1m",
        "1m1m",
        "20sec",
        "1d",
        "٣s",
        "+5s",
        "1e3s",
        "24h1ms",
        "1441m",
        "9999999999s",
        "20s\n"
      })
  void refusesAnythingElseNamingIt(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void zeroAndFractionsPrintAsStated() {
    assertThat(Durations.format(Duration.ZERO)).isEqualTo("0s");
    assertThatThrownBy(() -> Durations.format(Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Durations.format(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
