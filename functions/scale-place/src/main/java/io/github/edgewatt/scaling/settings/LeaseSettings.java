package io.github.edgewatt.scaling.settings;

import io.github.edgewatt.cluster.settings.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of several processes scales.
 *
 * @param wanted whether a Lease is competed for; without it each process leads
 * @param name the Lease's name
 * @param namespace its namespace; empty for that of this pod, or {@code default}
 * @param identity what no other process calls itself
 * @param duration how long it holds without being renewed
 */
public record LeaseSettings(
    boolean wanted, String name, Optional<String> namespace, String identity, Duration duration) {
  /** Where a pod finds its namespace. */
  public static final Path OWN_NAMESPACE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  private static final String PREFIX = "schedule_scale_opt_";

  static LeaseSettings of(Environment environment) {
    return new LeaseSettings(
        environment.flag(PREFIX + "leader_election", true),
        environment.text(PREFIX + "lease_name", "edgewatt-scale-place"),
        environment.text(PREFIX + "lease_namespace"),
        environment
            .text(PREFIX + "identity")
            .orElseGet(
                () ->
                    environment.text("HOSTNAME", "scale-place")
                        + "-"
                        + UUID.randomUUID().toString().substring(0, 8)),
        Duration.ofSeconds(environment.whole(PREFIX + "lease_seconds", 15, 3, 3600)));
  }
}
