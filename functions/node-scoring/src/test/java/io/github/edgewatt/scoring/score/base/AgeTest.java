package io.github.edgewatt.scoring.score.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "60, ''",
    "61, page 61 s old",
    "1320, page 22 min old",
    "10800, page 3 h old",
    "259200, page 3 d old",
    "-300, ''",
    "-301, page dated 5 min ahead"
  })
  void saysHowOldWhatIsTooOldIs(long seconds, String why) {
    assertThat(Age.why("page", NOW.minusSeconds(seconds), NOW, Duration.ofMinutes(1)))
        .isEqualTo(why);
  }

  @Test
  void survivesTheEndsOfTime() {
    assertThat(Age.why("page", Instant.MIN, NOW, Duration.ofMinutes(1))).endsWith(" old");
    assertThat(Age.why("page", Instant.MAX, NOW, Duration.ofMinutes(1))).endsWith(" ahead");
  }
}
