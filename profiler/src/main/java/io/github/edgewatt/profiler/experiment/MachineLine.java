package io.github.edgewatt.profiler.experiment;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** This machine in one line. */
final class MachineLine {
  private MachineLine() {}

  static String ofThisMachine() {
    long bytes = 0;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      bytes = system.getTotalMemorySize();
    }
    return String.format(
        Locale.ROOT,
        "%d cores, %.0f GiB, %s %s, JDK %s",
        Runtime.getRuntime().availableProcessors(),
        bytes / (double) (1 << 30),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"));
  }
}
