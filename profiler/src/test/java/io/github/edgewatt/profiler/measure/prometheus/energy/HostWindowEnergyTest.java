package io.github.edgewatt.profiler.measure.prometheus.energy;

import static io.github.edgewatt.profiler.measure.prometheus.energy.FakeSamples.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostWindowEnergyTest {
  private double joules;
  private final HostWindowEnergy energy =
      new HostWindowEnergy(
          new EnergyMeter() {
            @Override
            public String name() {
              return "rapl";
            }

            @Override
            public String description() {
              return "rapl: package-0";
            }

            @Override
            public double readJoules() {
              return joules;
            }
          },
          "; passed over: all else");

  private void sample(double seconds, double value) {
    joules = value;
    energy.sample(nanos(seconds));
  }

  @Test
  void interpolatesItsReadings() throws InterruptedException {
    for (int i = 0; i <= 10; i++) {
      sample(i, 30 * i);
    }
    EnergyReading reading = energy.read(List.of("env"), nanos(2.5), nanos(7.25));
    assertThat(reading.joules()).isCloseTo(30 * 4.75, within(1e-6));
    assertThat(reading.ownJoules()).isEmpty();
    assertThat(energy.description()).isEqualTo("rapl: package-0; passed over: all else");
  }

  @Test
  void whatStandsStillOrCannotBeReadIsAbsent() throws InterruptedException {
    sample(0, 5);
    sample(1, 5);
    sample(2, 5);
    assertThat(energy.read(List.of(), nanos(0), nanos(2)).problem())
        .isEqualTo("rapl: the counters stand still");
    sample(3, Double.NaN);
    sample(6, 60);
    assertThat(energy.read(List.of(), nanos(2), nanos(6)).problem())
        .isEqualTo("rapl: 4.0 s without a reading");
    assertThat(energy.read(List.of(), nanos(2), nanos(6)).joules()).isNaN();
  }

  @Test
  void readsByItselfUntilItIsClosed() throws InterruptedException {
    WindowEnergiesTest.CountingMeter meter = new WindowEnergiesTest.CountingMeter();
    try (HostWindowEnergy started = HostWindowEnergy.start(meter, "")) {
      long from = System.nanoTime();
      EnergyReading reading = started.read(List.of(), from, from + nanos(0.7));
      assertThat(reading.problem()).isEmpty();
      assertThat(reading.joules()).isBetween(1.0, 6.0);
    }
  }
}
