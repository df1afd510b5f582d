package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How tests run {@link StandIn} on a platform. */
public final class StandIns {
  private StandIns() {}

  /** A runtime with generous limits for a loaded machine. */
  public static LocalRuntime runtime() {
    return runtime(Duration.ofSeconds(30));
  }

  static LocalRuntime runtime(Duration readyTimeout) {
    return new LocalRuntime(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-Xms16m", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of("-cp", classes(), StandIn.class.getName()),
        readyTimeout,
        Duration.ofSeconds(3));
  }

  public static FunctionSpec get(String name) {
    return new FunctionSpec(name, "GET", "/", "text/plain", new byte[0]);
  }

  static String classes() {
    return Path.of("target", "test-classes").toAbsolutePath()
        + ":"
        + Path.of("target", "classes").toAbsolutePath();
  }
}
