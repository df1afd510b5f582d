package io.github.edgewatt.profiler.doctor;

/** Memory and swap. */
final class MemoryChecks {
  private static final long MIB = 1024;

  private MemoryChecks() {}

  static Finding memory(Machine machine) {
    long total = kibibytes(machine, "MemTotal:");
    long available = kibibytes(machine, "MemAvailable:");
    if (total == 0) {
      return Finding.warn("memory", "unknown: no /proc/meminfo", "measure on Linux");
    }
    String text =
        "%.1f of %.1f GiB available"
            .formatted((double) available / (MIB * MIB), (double) total / (MIB * MIB));
    String advice = "end other programs; each function needs about 200 MiB";
    if (available < 512 * MIB) {
      return Finding.fail("memory", text, advice);
    }
    return available < 2048 * MIB
        ? Finding.warn("memory", text, advice)
        : Finding.ok("memory", text);
  }

  static Finding swap(Machine machine) {
    long total = kibibytes(machine, "SwapTotal:");
    long used = total - kibibytes(machine, "SwapFree:");
    if (total == 0) {
      return Finding.ok("swap", "none");
    }
    return used > 64 * MIB
        ? Finding.warn(
            "swap",
            "%d MiB in use: what comes back from it stalls".formatted(used / MIB),
            "sudo swapoff -a while measuring, if memory allows")
        : Finding.ok("swap", "%d MiB in use".formatted(used / MIB));
  }

  private static long kibibytes(Machine machine, String key) {
    return machine
        .procFile("meminfo")
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("kB", "").strip())
        .filter(number -> number.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
