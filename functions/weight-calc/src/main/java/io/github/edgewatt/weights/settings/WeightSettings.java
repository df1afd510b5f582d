package io.github.edgewatt.weights.settings;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.weights.etcd.EtcdSettings;
import io.github.edgewatt.weights.influx.InfluxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What weights are made from, how often, and where they go; the policies' own settings are theirs.
 *
 * @param daemon whether rounds are done; without, weights are only answered to who asks
 * @param interval from round to round
 * @param lookback over which use and requests are looked at
 * @param lease how long a leader that died still counts as one; whole seconds
 * @param zones the zones whose weights are written; empty for all
 * @param models files and folders of models that tell watts, for {@code watt}
 * @param etcd where weights go
 * @param influx where they are told of besides; empty for nowhere
 * @param record where each round is kept for replay; empty for nowhere
 */
public record WeightSettings(
    boolean daemon,
    Duration interval,
    Duration lookback,
    Duration lease,
    Set<String> zones,
    List<Path> models,
    EtcdSettings etcd,
    Optional<InfluxSettings> influx,
    Optional<RecordSettings> record) {
  private static final String PREFIX = "osmotic_lb_opt_";
  private static final int LEAST_LEASE_SECONDS = 3;
  private static final int MOST_LEASE_SECONDS = 10;

  public WeightSettings {
    zones = Set.copyOf(zones);
    models = List.copyOf(models);
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException one line that names the variable that cannot be used
   */
  public static WeightSettings of(Environment environment) {
    Duration interval = environment.seconds(PREFIX + "reconcile_interval", 10);
    return new WeightSettings(
        environment.flag(PREFIX + "daemon", true),
        interval,
        environment.seconds(PREFIX + "lookback", 15),
        lease(environment, interval),
        new TreeSet<>(environment.list(PREFIX + "zones")),
        environment.list(PREFIX + "models").stream().map(Path::of).toList(),
        EtcdSettings.of(environment),
        InfluxSettings.of(environment),
        RecordSettings.of(environment));
  }

  /** By default half an interval, so that another leader's round comes within two. */
  private static Duration lease(Environment environment, Duration interval) {
    int usual =
        (int) Math.max(LEAST_LEASE_SECONDS, Math.min(MOST_LEASE_SECONDS, interval.toSeconds() / 2));
    return Duration.ofSeconds(environment.whole(PREFIX + "lease", usual, 2, 3600));
  }

  /** What the leader holds: processes for the same zones are rivals, others are not. */
  public String electionKey() {
    String all = "edgewatt/weight-calc/leader";
    return zones.isEmpty() ? all : all + "/" + String.join("+", new TreeSet<>(zones));
  }
}
