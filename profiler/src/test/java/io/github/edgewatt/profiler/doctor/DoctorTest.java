package io.github.edgewatt.profiler.doctor;

import static io.github.edgewatt.profiler.doctor.Finding.Status.FAIL;
import static io.github.edgewatt.profiler.doctor.Finding.Status.OK;
import static io.github.edgewatt.profiler.doctor.Finding.Status.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
  private static final String CPU = "sys/devices/system/cpu/";

  @TempDir Path root;
  private FakeMachine machine;

  @BeforeEach
  void aHealthyMachine() {
    machine = new FakeMachine(root);
  }

  private void assertFinding(String check, Finding.Status status, String message) {
    Finding finding = machine.find(check);
    assertThat(finding.status()).as(finding.toString()).isEqualTo(status);
    assertThat(finding.message()).contains(message);
    assertThat(finding.advice().isEmpty()).as("advice only for trouble").isEqualTo(status == OK);
  }

  @Test
  void findsNothingOnAHealthyMachine() {
    assertThat(machine.examine())
        .hasSize(17)
        .allSatisfy(finding -> assertThat(finding.status()).as(finding.toString()).isEqualTo(OK));
    assertThat(machine.find("cores").message()).isEqualTo("4 cores");
    assertThat(machine.find("memory").message()).isEqualTo("12.0 of 16.0 GiB available");
  }

  @Test
  void onAMachineThatTellsNothingItWarnsInsteadOfGuessing() throws IOException {
    FakeMachine bare = new FakeMachine(Files.createDirectory(root.resolve("bare")));
    for (String file :
        new String[] {
          "proc/stat",
          "proc/loadavg",
          "proc/meminfo",
          "proc/self/limits",
          "proc/self/timerslack_ns",
          "proc/self/status",
          "proc/self/cgroup",
          CPU + "cpu0/cpufreq/scaling_governor",
          CPU + "cpu1/cpufreq/scaling_governor",
          CPU + "cpu2/cpufreq/scaling_governor",
          CPU + "cpu3/cpufreq/scaling_governor",
          CPU + "intel_pstate/no_turbo",
          CPU + "smt/active",
          "sys/devices/system/clocksource/clocksource0/current_clocksource"
        }) {
      bare.remove(file);
    }
    assertThat(bare.examine())
        .filteredOn(finding -> finding.status() != OK)
        .extracting(Finding::headline)
        .containsExactly(
            "cores unknown",
            "governor unknown",
            "turbo unknown",
            "clock source unknown",
            "memory unknown");
  }

  @Test
  void cores() {
    machine.put("proc/stat", "cpu  1 0 0 1\ncpu0 1 0 0 1\n");
    assertFinding("cores", WARN, "only one");
  }

  @Test
  void clockOfTheCores() {
    machine.put(CPU + "cpu2/cpufreq/scaling_governor", "powersave\n");
    assertFinding("governor", WARN, "performance and powersave: ");
    machine.put(CPU + "intel_pstate/no_turbo", "0\n");
    assertFinding("turbo", WARN, "on: ");
    assertThat(machine.find("turbo").advice())
        .isEqualTo("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo");
    machine.remove(CPU + "intel_pstate/no_turbo");
    machine.put(CPU + "cpufreq/boost", "0\n");
    assertFinding("turbo", OK, "off");
    machine.put(CPU + "cpufreq/boost", "1\n");
    assertFinding("turbo", WARN, "on: ");
    assertThat(machine.find("turbo").advice()).startsWith("echo 0").contains("cpufreq/boost");
    machine.put(CPU + "smt/active", "1\n");
    assertFinding("SMT", WARN, "on: ");
  }

  @Test
  void timeKeeping() {
    machine.put("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");
    assertFinding("clock source", WARN, "hpet");
    machine.put("proc/self/timerslack_ns", "40000000\n");
    assertFinding("timer slack", WARN, "40000 us");
  }

  @ParameterizedTest
  @CsvSource({"0,OK", "5,OK", "20,WARN", "80,FAIL"})
  void stolenTime(long stolenOfThousand, Finding.Status status) {
    machine.pause =
        () ->
            machine.cpuTimes(
                "cpu  1000 0 500 %d 10 0 20 %d 0 0"
                    .formatted(91_000 - stolenOfThousand, stolenOfThousand));
    assertFinding("steal time", status, "% now");
  }

  @Test
  void timeStolenSinceBoot() {
    machine.cpuTimes("cpu  1000 0 500 90000 10 0 20 2000 0 0");
    assertFinding("steal time", WARN, "0.0 % now, 2.1 % since boot");
  }

  @ParameterizedTest
  @CsvSource({"12582912,OK", "2097152,OK", "1048576,WARN", "500000,FAIL"})
  void memory(long availableKibibytes, Finding.Status status) {
    machine.put(
        "proc/meminfo",
        "MemTotal: 16777216 kB\nMemAvailable: " + availableKibibytes + " kB\nSwapTotal: 0 kB\n");
    assertFinding("memory", status, "GiB available");
  }

  @Test
  void swap() {
    machine.put("proc/meminfo", "MemTotal: 9 kB\nSwapTotal: 1000000 kB\nSwapFree: 990000 kB\n");
    assertFinding("swap", OK, "9 MiB");
    machine.put("proc/meminfo", "MemTotal: 9 kB\nSwapTotal: 1000000 kB\nSwapFree: 500000 kB\n");
    assertFinding("swap", WARN, "488 MiB in use");
  }

  @ParameterizedTest
  @CsvSource({"0.99,OK", "1.20,WARN", "7.99,WARN", "8.00,FAIL"})
  void loadAverage(String load, Finding.Status status) {
    machine.put("proc/loadavg", load + " 0.20 0.30 1/200 4242\n");
    assertFinding("load average", status, load + " over 4 cores");
  }

  @Test
  void anotherProcessAtWork() {
    machine.process(7, "cc1 plus", 1, 500);
    machine.process(8, "idle", 1, 500);
    machine.process(101, "child of ours", 100, 0);
    machine.pause =
        () -> {
          // 100 ticks of four cores: a quarter of a second.
          machine.cpuTimes("cpu  1050 0 500 90050 10 0 20 0 0 0");
          machine.process(7, "cc1 plus", 1, 515);
          machine.process(8, "idle", 1, 501);
          machine.process(100, "java", 1, 40);
          machine.process(101, "child of ours", 100, 25);
          machine.process(9, "newcomer", 1, 400);
        };
    assertFinding("other processes", WARN, "cc1 plus (pid 7) uses 60 % of a core");
  }

  @Test
  void containers() {
    machine.process(7, "containerd-shim", 1, 0);
    machine.process(8, "conmon", 1, 0);
    assertFinding("containers", WARN, "2 running");
  }

  @Test
  void aLimitOfTheControlGroup() {
    machine.put("sys/fs/cgroup/user.slice/cpu.max", "max 100000\n");
    assertFinding("CPU limit", OK, "none");
    machine.put("proc/self/cgroup", "3:cpu,cpuacct:/\n0::/a/b\n");
    machine.put("sys/fs/cgroup/a/cpu.max", "150000 100000\n");
    machine.put("sys/fs/cgroup/a/b/cpu.max", "max 100000\n");
    assertFinding("CPU limit", WARN, "1.50 of 4 cores");
    machine.put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
    machine.put("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertFinding("CPU limit", WARN, "0.50 of 4 cores");
    machine.put("proc/self/status", "Cpus_allowed_list:\t0,2-3\n");
    assertFinding("CPU limit", WARN, "3 of 4 cores");
  }

  @Test
  void disk() throws IOException {
    machine.output = root.resolve("not/yet/there");
    assertFinding("disk", OK, "50.0 GiB free for " + root.resolve("not/yet/there"));
    machine.freeSpace = folder -> 500L << 20;
    assertFinding("disk", WARN, "0.5 GiB free");
    machine.freeSpace = folder -> 50L << 20;
    assertFinding("disk", FAIL, "0.0 GiB free");
    machine.freeSpace =
        folder -> {
          throw new IOException("gone");
        };
    assertFinding("disk", WARN, "unknown: gone");
    machine.output = Files.createFile(root.resolve("file")).resolve("below");
    assertFinding("disk", FAIL, "cannot write to " + root.resolve("file"));
  }

  @ParameterizedTest
  @CsvSource({"unlimited,OK", "20000,OK", "1024,WARN", "100,FAIL"})
  void openFiles(String limit, Finding.Status status) {
    machine.put("proc/self/limits", "Max open files            " + limit + "   9   files\n");
    assertFinding("open files", status, limit);
  }

  @Test
  void meter() {
    machine.noMeter();
    assertFinding("meter", WARN, "none: no RAPL package under /sys/class/powercap");
  }

  @ParameterizedTest
  @CsvSource({
    "11,mixed mode,-Xmx1g,FAIL,too old",
    "25,mixed mode,-Xmx1g,OK,17.0.15 Debian",
    "17,interpreted mode,-Xmx1g,WARN,runs with interpreted mode",
    "17,mixed mode,-Xmx1g -agentlib:jdwp=x,WARN,runs with -agentlib:jdwp"
  })
  void java(int feature, String mode, String flags, Finding.Status status, String message) {
    machine.java = new Machine.JavaRuntime(feature, "17.0.15 Debian", mode, flags);
    assertFinding("JDK", status, message);
  }
}
