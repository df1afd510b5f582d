package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.cluster.kubernetes.Clients;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the configuration where no server is started, or before one is. */
public final class Configs {
  private static final String PREFIX = "edgewatt.scoring.";

  private Configs() {}

  /**
   * The configuration of system properties, environment and defaults.
   *
   * @throws IllegalArgumentException one line where it cannot be used
   */
  public static ScoringConfig load() {
    ScoringConfig config;
    try {
      config =
          new SmallRyeConfigBuilder()
              .addDefaultSources()
              .addDiscoveredConverters()
              .withMapping(ScoringConfig.class)
              .withValidateUnknown(false)
              .build()
              .getConfigMapping(ScoringConfig.class);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(oneLine(e), e);
    }
    check(config);
    config.replay().ifPresent(file -> readable("cluster", file));
    config.model().orElse(List.of()).forEach(file -> readable("model", file));
    if (config.replay().isEmpty()) {
      // Connects to nothing, but refuses a kubeconfig that is none.
      Clients.client(config.kubeconfig()).close();
    }
    return config;
  }

  private static void readable(String what, Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("cannot read the " + what + " " + file);
    }
  }

  /** Refuses what would fail only later, or never but answer nonsense. */
  static void check(ScoringConfig config) {
    Policy.parse(config.policy());
    Policy.weights(config.weights());
    if (config.ipmiPort() < 0 || config.ipmiPort() > 65_535) {
      throw new IllegalArgumentException("the port of ipmi_exporter is 0 to 65535");
    }
    if (config.workers() < 1 || config.queue() < 1) {
      throw new IllegalArgumentException("workers and queue are 1 or more");
    }
    if (config.deadline().toMillis() < 1) {
      throw new IllegalArgumentException("the deadline is 1 ms or more");
    }
  }

  private static String oneLine(RuntimeException problem) {
    return String.valueOf(problem.getMessage())
        .replaceAll("\\s+", " ")
        .replaceAll("(java\\.[a-z.]*|io\\.[a-z.]*)[A-Z][A-Za-z]*: ", "")
        .replaceAll("SRCFG[0-9]+: ", "")
        .replaceAll(
            "The config property (\\S+) with the config value \"([^\"]*)\" .*",
            "$1: '$2' cannot be read")
        .replace("Configuration validation failed: ", "")
        .replace(PREFIX, "")
        .strip();
  }
}
