package io.github.edgewatt.profiler.platform.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a function's process is started.
 *
 * @param java the {@code java} binary
 * @param jvmFlags flags for it; the heap is pinned, {@code -Xms} equal to {@code -Xmx}, so that
 *     memory does not move with the load's history
 * @param application what follows the flags: {@code -jar …} or a class path and a main class; it
 *     listens where {@code quarkus.http.host} and {@code quarkus.http.port} say
 * @param readyTimeout longest time from a process's start to its first real answer
 * @param stopGrace longest time from SIGTERM to SIGKILL
 */
public record LocalRuntime(
    Path java,
    List<String> jvmFlags,
    List<String> application,
    Duration readyTimeout,
    Duration stopGrace) {

  /**
   * Flags of a function's JVM, chosen by measurement (docs/methodology.md): the first compiler
   * alone, with its thresholds at a tenth, reaches a steady cost within 200 requests, and a pinned
   * heap keeps memory from following the load's history. {@code eat-memory} holds its memory
   * outside the heap.
   */
  public static final List<String> FUNCTION_FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.1",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx64m",
          "-XX:MaxDirectMemorySize=600m");

  /** Names the one function a process serves. */
  static final String FUNCTION_VARIABLE = "EDGEWATT_FUNCTION";

  /** Names the run a process belongs to; what proves a left-over ours. */
  static final String RUN_VARIABLE = "EDGEWATT_RUN";

  public LocalRuntime {
    Objects.requireNonNull(java, "java is null");
    jvmFlags = List.copyOf(jvmFlags);
    application = List.copyOf(application);
    if (!heap(jvmFlags, "-Xms").equals(heap(jvmFlags, "-Xmx"))) {
      throw new IllegalArgumentException("-Xms and -Xmx differ in " + jvmFlags);
    }
    if (application.isEmpty()) {
      throw new IllegalArgumentException("application is empty");
    }
    if (readyTimeout.isNegative() || readyTimeout.isZero() || stopGrace.isNegative()) {
      throw new IllegalArgumentException("a timeout is not positive");
    }
  }

  /** A jar run by the JVM this runs on, ready within a minute, ended within five seconds. */
  public static LocalRuntime ofJar(Path jar, List<String> jvmFlags) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new LocalRuntime(
        java,
        jvmFlags,
        List.of("-jar", jar.toAbsolutePath().toString()),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5));
  }

  /** The command line for a process on {@code port} of the loopback address. */
  List<String> command(int port) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(jvmFlags);
    command.add("-Dquarkus.http.host=" + FreePorts.HOST);
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(application);
    return command;
  }

  private static String heap(List<String> flags, String prefix) {
    List<String> sizes = flags.stream().filter(flag -> flag.startsWith(prefix)).toList();
    if (sizes.size() != 1) {
      throw new IllegalArgumentException("give one " + prefix + ": " + flags);
    }
    return sizes.get(0).substring(prefix.length());
  }
}
