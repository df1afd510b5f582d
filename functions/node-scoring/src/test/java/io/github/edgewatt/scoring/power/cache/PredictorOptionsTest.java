package io.github.edgewatt.scoring.power.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictorOptionsTest {
  @Test
  void aLongerDeadlineMovesTheTimeout() {
    PredictorOptions patient = PredictorOptions.DEFAULTS.withDeadline(Duration.ofSeconds(9));
    assertThat(patient.timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(PredictorOptions.DEFAULTS.withKeep(Duration.ofSeconds(1)).keep())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> PredictorOptions.DEFAULTS.withDeadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the deadline is PT0S: give more than 0");
    PredictorOptions good = PredictorOptions.DEFAULTS;
    assertThatThrownBy(
            () ->
                new PredictorOptions(
                    good.deadline(), good.timeout(), good.keep(), 0, 1, 1, 1, 1, good.pause()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("steps of CPU use: 1 to 10000, not 0");
    assertThatThrownBy(
            () ->
                new PredictorOptions(
                    good.timeout(), good.deadline(), good.keep(), 1, 1, 1, 1, 1, good.pause()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the timeout is shorter than the deadline");
  }
}
