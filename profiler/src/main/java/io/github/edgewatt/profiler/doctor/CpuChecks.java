package io.github.edgewatt.profiler.doctor;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processor: how many cores, how steady their clock. */
final class CpuChecks {
  private static final String CPU = "devices/system/cpu/";
  private static final Pattern CORE = Pattern.compile("(?m)^cpu(\\d+) ");
  private static final Set<String> GOOD_CLOCKS = Set.of("tsc", "kvm-clock", "arch_sys_counter");

  private CpuChecks() {}

  static int cores(Machine machine) {
    return (int) CORE.matcher(machine.procFile("stat")).results().count();
  }

  static Finding coreCount(Machine machine) {
    int cores = cores(machine);
    if (cores == 0) {
      return Finding.warn(
          "cores", "unknown: no /proc/stat", "measure on Linux for figures to rely on");
    }
    if (cores == 1) {
      return Finding.warn(
          "cores",
          "only one: load generator and functions take turns on it",
          "use a machine with two cores or more, or keep to low rates");
    }
    return Finding.ok("cores", cores + " cores");
  }

  static Finding governor(Machine machine) {
    Set<String> governors = new TreeSet<>();
    Matcher cores = CORE.matcher(machine.procFile("stat"));
    while (cores.find()) {
      machine
          .sysFile(CPU + "cpu" + cores.group(1) + "/cpufreq/scaling_governor")
          .ifPresent(governors::add);
    }
    if (governors.isEmpty()) {
      return Finding.warn(
          "governor",
          "unknown: no cpufreq here, as in most virtual machines",
          "if the host is yours, set its governor to performance");
    }
    return governors.equals(Set.of("performance"))
        ? Finding.ok("governor", "performance")
        : Finding.warn(
            "governor",
            String.join(" and ", governors) + ": the clock follows the load",
            "sudo cpupower frequency-set -g performance");
  }

  static Finding turbo(Machine machine) {
    String intel = machine.sysFile(CPU + "intel_pstate/no_turbo").orElse("");
    String boost = machine.sysFile(CPU + "cpufreq/boost").orElse("");
    if (intel.equals("1") || (intel.isEmpty() && boost.equals("0"))) {
      return Finding.ok("turbo", "off");
    }
    if (intel.isEmpty() && boost.isEmpty()) {
      return Finding.warn(
          "turbo",
          "unknown: neither intel_pstate nor cpufreq tells",
          "if the host is yours, turn turbo off while measuring");
    }
    String file = intel.isEmpty() ? "cpufreq/boost" : "intel_pstate/no_turbo";
    return Finding.warn(
        "turbo",
        "on: a core alone runs faster than all together",
        "echo %d | sudo tee /sys/%s%s".formatted(intel.isEmpty() ? 0 : 1, CPU, file));
  }

  static Finding smt(Machine machine) {
    return switch (machine.sysFile(CPU + "smt/active").orElse("")) {
      case "1" ->
          Finding.warn(
              "SMT",
              "on: two threads share a core, so CPU above half is not what it seems",
              "echo off | sudo tee /sys/" + CPU + "smt/control");
      case "0" -> Finding.ok("SMT", "off");
      default -> Finding.ok("SMT", "not reported");
    };
  }

  static Finding clockSource(Machine machine) {
    String source =
        machine
            .sysFile("devices/system/clocksource/clocksource0/current_clocksource")
            .orElse("unknown");
    return GOOD_CLOCKS.contains(source)
        ? Finding.ok("clock source", source)
        : Finding.warn(
            "clock source",
            source + ": reading the time may cost a microsecond or more",
            "boot with clocksource=tsc if the machine has a stable one");
  }

  static Finding timerSlack(Machine machine) {
    String slack = machine.procFile("self/timerslack_ns").strip();
    if (!slack.matches("\\d{1,18}")) {
      return Finding.ok("timer slack", "not reported");
    }
    long micros = Long.parseLong(slack) / 1000;
    return micros <= 100
        ? Finding.ok("timer slack", micros + " us")
        : Finding.warn(
            "timer slack",
            "%d us: requests leave up to that much late".formatted(micros),
            "start from a shell of its own, not from a power-saving service");
  }

  static Finding steal(Activity before, Activity after) {
    double now =
        share(after.stealTicks() - before.stealTicks(), after.totalTicks() - before.totalTicks());
    double boot = share(after.stealTicks(), after.totalTicks());
    String text = "%.1f %% now, %.1f %% since boot".formatted(100 * now, 100 * boot);
    String advice = "move to a host of its own, or measure when its other guests rest";
    if (now > 0.05) {
      return Finding.fail("steal time", text, advice);
    }
    return now > 0.01 || boot > 0.01
        ? Finding.warn("steal time", text, advice)
        : Finding.ok("steal time", text);
  }

  private static double share(long part, long all) {
    return all <= 0 ? 0 : (double) part / all;
  }
}
