package io.github.edgewatt.profiler.doctor;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** A machine in a folder: four healthy cores, nothing else at work. */
final class FakeMachine {
  static final String HEALTHY_CPU = "cpu  1000 0 500 90000 10 0 20 0 0 0";

  final Path root;
  Path output;
  Machine.FreeSpace freeSpace = folder -> 50L << 30;
  Machine.Pause pause = () -> {};
  Machine.JavaRuntime java =
      new Machine.JavaRuntime(17, "17.0.15 Debian", "mixed mode, sharing", "-Xmx1g");
  EnergyMeter meter = new Rapl();

  private record Rapl() implements EnergyMeter {
    @Override
    public String name() {
      return "rapl";
    }

    @Override
    public String description() {
      return "rapl: package-0 + dram";
    }

    @Override
    public double readJoules() {
      return 1;
    }
  }

  FakeMachine(Path root) {
    this.root = root;
    this.output = root;
    cpuTimes(HEALTHY_CPU);
    put("proc/loadavg", "0.10 0.20 0.30 1/200 4242\n");
    put(
        "proc/meminfo",
        "MemTotal: 16777216 kB\nMemAvailable: 12582912 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n");
    put("proc/self/limits", "Limit  Soft  Hard\nMax open files            65536   65536   files\n");
    put("proc/self/timerslack_ns", "50000\n");
    put("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-3\n");
    put("proc/self/cgroup", "0::/user.slice\n");
    for (int core = 0; core < 4; core++) {
      put("sys/devices/system/cpu/cpu" + core + "/cpufreq/scaling_governor", "performance\n");
    }
    put("sys/devices/system/cpu/intel_pstate/no_turbo", "1\n");
    put("sys/devices/system/cpu/smt/active", "0\n");
    put("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    process(100, "java", 1, 10);
  }

  void put(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cpuTimes(String total) {
    put("proc/stat", total + "\ncpu0 1\ncpu1 1\ncpu2 1\ncpu3 1\nctxt 5\n");
  }

  void process(long pid, String command, long parent, long userTicks) {
    put(
        "proc/" + pid + "/stat",
        "%d (%s) S %d %d %d 0 -1 4194304 0 0 0 0 %d 0 0 0 20 0 1 0 %d 0 0\n"
            .formatted(pid, command, parent, pid, pid, userTicks, pid));
  }

  void noMeter() {
    meter = new NoMeter("no RAPL package under /sys/class/powercap");
  }

  List<Finding> examine() {
    Machine machine =
        new Machine(
            new Proc(root.resolve("proc")),
            root.resolve("sys"),
            100,
            output,
            freeSpace,
            meter,
            java,
            pause);
    try {
      return new Doctor(machine).examine();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Finding find(String check) {
    return examine().stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(check));
  }
}
