package io.github.edgewatt.profiler.measure.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostMeterTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration INTERVAL = Duration.ofMillis(1);

  private final FakeSource source = new FakeSource();
  private final FakeMeter meter = new FakeMeter();
  private long nanos;

  private static final class FakeMeter implements EnergyMeter {
    double joules = Double.NaN;

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public String description() {
      return "fake meter";
    }

    @Override
    public double readJoules() {
      return joules;
    }
  }

  private HostMeter open(String model) {
    return new HostMeter(
        source, meter, Optional.ofNullable(model).map(PowerModel::parse), () -> nanos, INTERVAL);
  }

  private static FunctionInstance instance(String name, long pid) {
    return new FunctionInstance(
        new FunctionSpec(name, "GET", "/", "text/plain", new byte[0]),
        URI.create("http://127.0.0.1:1"),
        List.of(pid));
  }

  /** A second in which the two cores idle, this process works and a function works, in seconds. */
  private void second(HostMeter host, double idle, double own, double function) {
    nanos += SECOND;
    source.idleSeconds += idle;
    source.ownSeconds += own;
    source.functions.values().forEach(f -> f.cpuSeconds += function);
    host.sample();
  }

  @Test
  void subtractsItselfFromTheNode() throws Exception {
    HostMeter host = open(null);
    meter.joules = 0;
    host.watch(List.of(instance("figlet", 7)));
    source.functions.get(7L).memoryBytes = 500;
    for (int i = 0; i < 6; i++) {
      meter.joules += 30;
      second(host, 1.2, 0.3, 0.4);
    }
    WindowReading reading = host.window(SECOND / 2, 5 * SECOND + SECOND / 2);

    assertThat(reading.problem()).isEmpty();
    assertThat(reading.seconds()).isEqualTo(5);
    assertThat(reading.nodeCpuPercent()).isCloseTo(50, within(1e-6));
    assertThat(reading.generatorCpuPercent()).isCloseTo(30, within(1e-6));
    assertThat(reading.nodeMemoryBytes()).isCloseTo(1000, within(1e-6));
    assertThat(reading.nodeMemoryPercent()).isCloseTo(25, within(1e-6));
    assertThat(reading.nodeEnergyJoules()).isCloseTo(150, within(1e-6));
    assertThat(reading.powerSource()).isEqualTo("measured");
    assertThat(reading.functions().get("figlet").cpuSeconds()).isCloseTo(2, within(1e-6));
    assertThat(reading.functions().get("figlet").replicasMax()).isEqualTo(1);
    assertThat(reading.samples()).isEqualTo(7);
    assertThat(reading.largestGapMillis()).isEqualTo(1000);
    assertThat(host.stealPercent(0, 5 * SECOND)).isZero();
    assertThat(host.cores()).isEqualTo(2);
    assertThat(host.memoryBytes()).isEqualTo(4000);
    assertThat(host.description()).isEqualTo("fake host; functions: fake function");
  }

  @Test
  void anEstimateStandsInWhereThereIsNoMeterAndSaysSo() throws Exception {
    HostMeter host = open("10W..50W");
    host.sample();
    for (int i = 0; i < 4; i++) {
      second(host, 1, 0.5, 0);
    }
    WindowReading reading = host.window(0, 4 * SECOND);
    assertThat(reading.powerSource()).isEqualTo("estimate");
    assertThat(reading.nodePowerWatts()).isCloseTo(10 + 40 * 0.25, within(1e-6));

    HostMeter without = open(null);
    without.sample();
    second(without, 1, 0.5, 0);
    WindowReading none = without.window(nanos - SECOND, nanos);
    assertThat(none.powerSource()).isEqualTo("none");
    assertThat(none.nodeEnergyJoules()).isNaN();
  }

  @Test
  void aMeterThatFailsInTheWindowGivesNoEnergy() throws Exception {
    HostMeter host = open(null);
    meter.joules = 1;
    host.sample();
    second(host, 1, 0, 0);
    meter.joules = Double.NaN;
    second(host, 1, 0, 0);
    second(host, 1, 0, 0);
    WindowReading reading = host.window(0, 3 * SECOND);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.powerSource()).isEqualTo("none");
    assertThat(reading.nodePowerWatts()).isNaN();
  }

  @Test
  void saysWhyAReadingCannotBeTrusted() throws Exception {
    HostMeter host = open(null);
    host.sample();
    second(host, 1, 0.1, 0);
    second(host, 1, 0.1, 0);
    assertThat(host.window(0, 2 * SECOND).problem()).isEqualTo("only 3 counter samples");
    second(host, 1, 0.1, 0);
    assertThat(host.window(0, 3 * SECOND).problem()).isEmpty();
    host.watch(List.of(instance("late", 3)));
    second(host, 1, 0.1, 0);
    assertThat(host.window(0, 4 * SECOND).problem())
        .isEqualTo("CPU of late: no sample before the window");
    nanos += 8 * SECOND;
    source.idleSeconds += 16;
    second(host, 2, 0, 0);
    assertThat(host.window(0, 12 * SECOND).problem()).startsWith("CPU of late");
    host.watch(List.of());
    assertThat(host.window(0, 12 * SECOND).problem()).isEqualTo("9000 ms without a counter sample");
    assertThatThrownBy(() -> host.window(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsOfStolenTime() throws Exception {
    HostMeter host = open(null);
    host.sample();
    for (int i = 0; i < 4; i++) {
      source.stealSeconds += 0.2;
      second(host, 1, 0.1, 0);
    }
    WindowReading reading = host.window(0, 4 * SECOND);
    assertThat(reading.problem()).isEqualTo("the hypervisor took 10.0 % of the CPU");
    assertThat(reading.nodeCpuPercent()).isCloseTo(70, within(1e-6));
    assertThat(host.stealPercent(0, 4 * SECOND)).isCloseTo(20, within(1e-6));
  }

  @Test
  void givesUpWaitingForASampleThatDoesNotCome() throws Exception {
    HostMeter host = open(null);
    host.sample();
    second(host, 1, 0.1, 0);
    assertThat(host.window(0, 9 * SECOND).problem())
        .isEqualTo("node CPU: no sample after the window");
    assertThat(host.window(0, 9 * SECOND).nodeCpuPercent()).isNaN();
    host.close();
  }

  @Test
  void aSampleThatFailsEndsNothing() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);
    try (Sampler sampler =
        new Sampler(
            () -> {
              third.countDown();
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("odd file");
              }
            },
            INTERVAL)) {
      sampler.start();
      assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(sampler.lastFailure()).contains("odd file");
    }
    int after = calls.get();
    assertThat(after).isGreaterThanOrEqualTo(3);
    assertThatThrownBy(() -> new Sampler(() -> {}, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
