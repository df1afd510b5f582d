package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyChecksTest {
  private static final long SECOND = 1_000_000_000L;

  private static EnergyCounter counter(double... values) {
    long[] nanos = new long[values.length];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = i * SECOND;
    }
    return EnergyCounter.of(nanos, values, 1, 0, (values.length - 1) * SECOND);
  }

  @Test
  void processesMayNotTakeMoreThanTheirNode() {
    assertThat(EnergyChecks.moreThanTheNode(100, 90)).isEmpty();
    assertThat(EnergyChecks.moreThanTheNode(100, 109)).isEmpty();
    assertThat(EnergyChecks.moreThanTheNode(100, 130)).get().asString().contains("130 J", "100 J");
    assertThat(EnergyChecks.moreThanTheNode(Double.NaN, 130)).isEmpty();
  }

  @Test
  void aCounterThatStandsIsNoMeter() {
    assertThat(EnergyChecks.stuck(counter(4, 5), "")).isEmpty();
    assertThat(EnergyChecks.stuck(counter(4, 4), "")).contains("the meter stands still");
    assertThat(EnergyChecks.stuck(counter(4, 4), "kick it"))
        .contains("the meter stands still: kick it");
    assertThat(EnergyChecks.stuck(counter(0, 0), "kick it"))
        .contains("the meter stands at 0: it has no sensor");
    assertThat(EnergyChecks.noPower(new double[] {0, 0})).isPresent();
    assertThat(EnergyChecks.noPower(new double[] {0, 3})).isEmpty();
    assertThat(EnergyChecks.noPower(new double[] {Double.NaN})).isEmpty();
  }

  @Test
  void aWrapIsToldAndTooManyAreTooMuch() {
    EnergyCounter sound = counter(1, 2, 3, 4, 5);
    EnergyCounter once = counter(10, 11, 12, 13, 2);
    EnergyCounter twice = counter(10, 11, 2, 3, 1);
    assertThat(EnergyChecks.filled(List.of(sound))).isEmpty();
    assertThat(EnergyChecks.filled(List.of(sound, once))).get().asString().contains("25 %", "1×");
    assertThat(EnergyChecks.tooMuchFilled(List.of(sound, once))).isEmpty();
    assertThat(EnergyChecks.tooMuchFilled(List.of(twice))).isPresent();
    assertThat(EnergyChecks.tooMuchFilled(List.of(counter(9, 3)))).isPresent();
  }
}
