package io.github.edgewatt.profiler.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionFiguresTest {

  @Test
  void prefersTheHighestSafeRateThatWasRepeated() {
    FunctionFigures figures =
        FunctionFigures.of(
            "f",
            List.of(
                Points.at(20, State.VALID, 4),
                Points.at(20, State.VALID, 4),
                Points.at(40, State.VALID, 8),
                Points.at(40, State.VALID, 9),
                Points.at(50, State.VALID, 12),
                Points.at(60, State.OVERLOADED, 90),
                Points.at(60, State.OVERLOADED, 90)));
    assertThat(figures.safe().text()).isEqualTo("50/s");
    assertThat(figures.atRate()).hasValue(40);
    assertThat(figures.cpuMillisPerRequest().mean()).isEqualTo(2.125, within(1e-9));
    assertThat(figures.cpuMillisPerRequest().count()).isEqualTo(2);
    assertThat(figures.latencyP99Millis()).isEqualTo(5);
    assertThat(figures.absence()).isEmpty();
  }

  @Test
  void takesTheHighestSafeRateWhereNoneWasRepeated() {
    FunctionFigures figures =
        FunctionFigures.of("f", List.of(Points.at(20, State.VALID), Points.at(50, State.VALID)));
    assertThat(figures.atRate()).hasValue(50);
    assertThat(figures.memoryMegabytes().count()).isEqualTo(1);
  }

  @Test
  void saysWhyThereAreNoCosts() {
    assertThat(FunctionFigures.of("f", List.of()).absence()).isEqualTo("not measured alone");
    assertThat(FunctionFigures.of("f", List.of(Points.at(9, State.INVALID))).absence())
        .isEqualTo("no valid measurement alone");
    FunctionFigures always = FunctionFigures.of("f", List.of(Points.at(9, State.OVERLOAD_ONLY)));
    assertThat(always.absence()).isEqualTo("overloaded at every valid rate");
    assertThat(always.cpuMillisPerRequest().isPresent()).isFalse();
    assertThat(always.atRate()).isEmpty();
  }
}
