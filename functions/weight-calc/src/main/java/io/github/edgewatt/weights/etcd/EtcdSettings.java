package io.github.edgewatt.weights.etcd;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which etcd, and how.
 *
 * @param host its host
 * @param port its port
 * @param user who writes; empty where anybody may
 * @param password the user's; empty where there is none
 * @param clusterId the only cluster that may be written to; empty for any
 * @param deadline of each call
 */
public record EtcdSettings(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    OptionalLong clusterId,
    Duration deadline) {
  private static final String PREFIX = "osmotic_lb_opt_etcd_";

  /** The README has the first name, upstream's code the second. */
  private static final String CLUSTER_ID = PREFIX + "cluster_id";

  private static final String EXPECTED_CLUSTER_ID = "osmotic_lb_opt_expected_cluster_id";
  private static final double DEADLINE_SECONDS = 3;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException one line that names the variable that cannot be used
   */
  public static EtcdSettings of(Environment environment) {
    Optional<String> user = environment.text(PREFIX + "user");
    Optional<String> password = environment.secret(PREFIX + "password");
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException(
          PREFIX + "user and " + PREFIX + "password belong together: give both or neither");
    }
    return new EtcdSettings(
        environment.text(PREFIX + "host", "localhost"),
        environment.port(PREFIX + "port", 2379),
        user,
        password,
        clusterId(environment),
        environment.seconds(PREFIX + "deadline", DEADLINE_SECONDS));
  }

  private static OptionalLong clusterId(Environment environment) {
    OptionalLong one = clusterId(environment, CLUSTER_ID);
    OptionalLong other = clusterId(environment, EXPECTED_CLUSTER_ID);
    if (one.isPresent() && other.isPresent() && one.getAsLong() != other.getAsLong()) {
      throw new IllegalArgumentException(
          CLUSTER_ID + " and " + EXPECTED_CLUSTER_ID + " name different clusters: give one");
    }
    return one.isPresent() ? one : other;
  }

  private static OptionalLong clusterId(Environment environment, String name) {
    return environment.text(name).stream().mapToLong(text -> ClusterId.parse(name, text)).findAny();
  }

  /** {@code host:port}. */
  public String address() {
    return host + ":" + port;
  }

  /** Without the password, which is nobody's to read. */
  @Override
  public String toString() {
    return "etcd " + address();
  }
}
