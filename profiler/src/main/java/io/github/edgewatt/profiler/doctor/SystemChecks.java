package io.github.edgewatt.profiler.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run needs from the system around it. */
final class SystemChecks {
  private static final long MIB = 1 << 20;
  private static final int OLDEST_JAVA = 17;
  private static final Pattern OPEN_FILES =
      Pattern.compile("(?m)^Max open files +(\\d+|unlimited)");
  private static final Pattern SLOW_FLAGS =
      Pattern.compile("-Xint|-agentlib:jdwp|-Xrunjdwp|-Xcomp|-XX:\\+UnlockDiagnosticVMOptions");

  private SystemChecks() {}

  static Finding disk(Machine machine) {
    Path folder = machine.output().toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return Finding.fail(
          "disk", "closed: cannot write to " + folder, "choose another place with --output");
    }
    try {
      long free = machine.freeBytes().of(folder) / MIB;
      String text = "%.1f GiB free for %s".formatted(free / 1024.0, machine.output());
      String advice = "make room, or choose another place with --output";
      if (free < 100) {
        return Finding.fail("disk", text, advice);
      }
      return free < 1024 ? Finding.warn("disk", text, advice) : Finding.ok("disk", text);
    } catch (IOException e) {
      return Finding.warn(
          "disk", "unknown: " + e.getMessage(), "see that there is 1 GiB free at " + folder);
    }
  }

  static Finding openFiles(Machine machine) {
    Matcher matcher = OPEN_FILES.matcher(machine.procFile("self/limits"));
    if (!matcher.find()) {
      return Finding.ok("open files", "not reported");
    }
    if (matcher.group(1).equals("unlimited")) {
      return Finding.ok("open files", "unlimited");
    }
    long limit = Long.parseLong(matcher.group(1));
    String text = "%d: a connection takes one".formatted(limit);
    String advice = "ulimit -n 65536, then start again";
    if (limit < 256) {
      return Finding.fail("open files", text, advice);
    }
    return limit < 4096
        ? Finding.warn("open files", text, advice)
        : Finding.ok("open files", Long.toString(limit));
  }

  static Finding meter(Machine machine) {
    return machine.meter().name().equals("none")
        ? Finding.warn(
            "meter",
            "none: " + machine.meter().description(),
            "power stays nan; --power-model 12W..65W (idle..full) gives a marked estimate")
        : Finding.ok("meter", machine.meter().description());
  }

  static Finding java(Machine machine) {
    Machine.JavaRuntime java = machine.java();
    if (java.feature() < OLDEST_JAVA) {
      return Finding.fail("JDK", java.name() + " is too old", "install a JDK 17 or newer");
    }
    Matcher slow = SLOW_FLAGS.matcher(java.arguments());
    if (slow.find() || java.mode().contains("interpreted")) {
      return Finding.warn(
          "JDK",
          java.name() + ": runs with " + (slow.reset().find() ? slow.group() : java.mode()),
          "start it without debugging or interpreter flags");
    }
    return Finding.ok("JDK", java.name());
  }
}
