package io.github.edgewatt.profiler.measure.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.proc.Proc;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.SystemInfo;

@EnabledOnOs(OS.LINUX)
class HostMeterIT {
  private static final Optional<PowerModel> NONE = Optional.empty();

  private static FunctionInstance instance(String name, long pid) {
    return new FunctionInstance(
        new FunctionSpec(name, "GET", "/", "text/plain", new byte[0]),
        URI.create("http://127.0.0.1:1"),
        List.of(pid));
  }

  /** A shell that uses CPU in itself and in children one after the other, then goes on idle. */
  private static Process shell(String script) throws Exception {
    return new ProcessBuilder("bash", "-c", script)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void burn(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void seesWhatAFunctionAndItsEndedChildrenUsed() throws Exception {
    Process function =
        shell(
            "read go; for i in 1 2 3; do (for ((j=0;j<60000;j++)); do :; done); done;"
                + " for ((j=0;j<60000;j++)); do :; done; times; read stop");
    try (HostMeter meter = HostMeter.start(new NoMeter("test"), NONE)) {
      meter.watch(List.of(instance("shell", function.pid())));
      long from = System.nanoTime();
      function.getOutputStream().write("go\n".getBytes(StandardCharsets.US_ASCII));
      function.getOutputStream().flush();
      String[] own = function.inputReader().readLine().split("[ms ]+", -1);
      String[] children = function.inputReader().readLine().split("[ms ]+", -1);
      long settled = System.nanoTime() + 1_200_000_000L;
      while (System.nanoTime() - settled < 0) {
        Thread.onSpinWait();
      }
      WindowReading reading = meter.window(from, System.nanoTime());
      double expected =
          Double.parseDouble(own[1])
              + Double.parseDouble(own[3])
              + Double.parseDouble(children[1])
              + Double.parseDouble(children[3]);

      assertThat(reading.problem()).isEmpty();
      assertThat(expected).isGreaterThan(0.1);
      // Three children are booked in ticks of 10 ms each.
      assertThat(reading.functions().get("shell").cpuSeconds()).isCloseTo(expected, within(0.05));
      assertThat(reading.functions().get("shell").replicas()).isEqualTo(1);
      assertThat(reading.functions().get("shell").memoryBytes()).isBetween(5e5, 5e7);
      assertThat(reading.powerSource()).isEqualTo("none");
      assertThat(reading.nodeEnergyJoules()).isNaN();
    } finally {
      function.destroyForcibly();
    }
  }

  @Test
  void leavesThisProcessOutOfTheNode() throws Exception {
    try (HostMeter meter =
        HostMeter.start(new NoMeter("test"), Optional.of(PowerModel.parse("10W..50W")))) {
      long from = System.nanoTime();
      burn(Duration.ofSeconds(2));
      long to = System.nanoTime();
      WindowReading reading = meter.window(from, to);

      assertThat(reading.problem()).isEmpty();
      assertThat(reading.seconds()).isCloseTo(2, within(0.1));
      assertThat(reading.generatorCpuPercent()).isBetween(5.0, 100.0 * meter.cores());
      assertThat(reading.nodeCpuPercent() + reading.generatorCpuPercent())
          .isLessThanOrEqualTo(100.0 * meter.cores() + 2);
      assertThat(reading.nodeMemoryBytes()).isBetween(1e7, (double) meter.memoryBytes());
      assertThat(reading.nodeMemoryPercent()).isBetween(0.1, 100.0);
      assertThat(reading.samples()).isBetween(4, 14);
      assertThat(reading.powerSource()).isEqualTo("estimate");
      assertThat(reading.nodePowerWatts()).isBetween(10.0, 50.0);
      assertThat(meter.stealPercent(from, to)).isBetween(0.0, 100.0 * meter.cores());
      assertThat(meter.description()).contains("/proc/stat");
    }
  }

  @Test
  void nodeCpuAgreesWithTheKernelsExactCount() throws Exception {
    Path usage = Path.of("/sys/fs/cgroup/cpuacct/cpuacct.usage");
    assumeTrue(Files.isReadable(usage), "no cpuacct controller (cgroup v1) to compare with");
    // Bursts on a timer: the load that tick-sampled user and system time misses most of.
    Process bursts =
        shell("while :; do for ((j=0;j<300;j++)); do :; done; read -t 0.004 < /dev/zero; done");
    try (HostMeter meter = HostMeter.start(new NoMeter("test"), NONE)) {
      long from = System.nanoTime();
      double before = Double.parseDouble(Files.readString(usage).strip());
      burn(Duration.ofSeconds(3));
      double after = Double.parseDouble(Files.readString(usage).strip());
      WindowReading reading = meter.window(from, System.nanoTime());
      double exactPercent = 100 * (after - before) * 1e-9 / reading.seconds();
      assertThat(reading.nodeCpuPercent() + reading.generatorCpuPercent())
          .isCloseTo(exactPercent, within(12.0));
    } finally {
      bursts.destroyForcibly();
    }
  }

  @Test
  void theKernelsClockOfAProcessIsTheOneTheJvmReports() {
    ProcessCpuClock clock = PosixCpuClock.open().orElseThrow();
    long pid = ProcessHandle.current().pid();
    var bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double before = clock.seconds(pid);
    double jvm = bean.getProcessCpuTime() * 1e-9;
    double after = clock.seconds(pid);
    assertThat(jvm).isBetween(before - 0.03, after + 0.03);
    assertThat(clock.seconds(4_000_000_000L % Integer.MAX_VALUE)).isNaN();
    assertThat(new TickCpuClock(Proc.ofThisMachine()).seconds(pid))
        .isBetween(before - 0.03, clock.seconds(pid) + 0.03);
  }

  @Test
  void oshiIsAFallbackWithTheSameFigures() throws Exception {
    Process function = shell("read go; for ((j=0;j<200000;j++)); do :; done; echo done; read stop");
    HostSource oshi = new OshiSource(new SystemInfo());
    HostSource linux = LinuxSource.ofThisMachine();
    try {
      HostSource.FunctionSource source = oshi.function(List.of(function.pid()));
      double before = source.cpuSeconds();
      function.getOutputStream().write("go\n".getBytes(StandardCharsets.US_ASCII));
      function.getOutputStream().flush();
      function.inputReader().readLine();
      double exact = PosixCpuClock.open().orElseThrow().seconds(function.pid());
      assertThat(source.cpuSeconds() - before).isCloseTo(exact, within(0.05));
      assertThat(source.memoryBytes()).isGreaterThan(5e5);
      assertThat(source.replicas()).isEqualTo(1);
      assertThat(oshi.cores()).isEqualTo(linux.cores());
      assertThat(oshi.memoryBytes()).isEqualTo(linux.memoryBytes());
      assertThat(oshi.times().idleSeconds())
          .isCloseTo(linux.times().idleSeconds(), within(1.0 + linux.times().idleSeconds() / 50));
      assertThat(oshi.memory().usedBytes()).isCloseTo(linux.memory().usedBytes(), within(2e8));
      assertThat(oshi.ownCpuSeconds()).isCloseTo(linux.ownCpuSeconds(), within(0.1));
      assertThat(oshi.description()).contains("OSHI");
      assertThat(source.description()).contains("OSHI");
    } finally {
      function.destroyForcibly();
    }
  }
}
