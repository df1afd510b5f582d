package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DisagreementTest {

  @Test
  void isRelativeToTheLargerOfTwoThatMayBothBeWrong() {
    assertThat(Disagreement.relative(100, 80)).isCloseTo(0.2, within(1e-12));
    assertThat(Disagreement.relative(80, 100)).isCloseTo(0.2, within(1e-12));
    assertThat(Disagreement.relative(0, 0)).isZero();
    assertThat(Disagreement.relative(0, 5)).isOne();
    assertThat(Disagreement.relative(Double.NaN, 5)).isNaN();
    assertThat(Disagreement.relative(5, Double.NaN)).isNaN();
  }

  @Test
  void isToldWhereItMatters() {
    assertThat(Disagreement.note("env", 100, 60))
        .contains("env: 100.0 J by CPU share, 60.0 J by the meter's own count");
    assertThat(Disagreement.note("env", 100, 80)).isEmpty();
    assertThat(Disagreement.note("env", 0.9, 0.1)).isEmpty();
    assertThat(Disagreement.note("env", 100, Double.NaN)).isEmpty();
  }
}
