package io.github.edgewatt.scaling.settings;

import io.github.edgewatt.cluster.settings.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the program runs.
 *
 * @param daemon whether rounds are done; without, decisions are only answered to who asks
 * @param interval how often a round is done
 * @param inCluster whether Kubernetes is reached as a pod, by its service account
 * @param threads how many pods are made at once; 1 for one after another
 * @param deadline for everything a round carries out
 * @param dryRun whether decisions are published only
 * @param logging DEBUG, INFO, WARN or ERROR
 * @param viewLogging likewise, of the view of the cluster
 * @param models files and folders of forecaster models; may be empty
 * @param record where rounds are kept as files
 * @param mostRecords how many of them
 * @param mostReadings how many measurements of a round are published at most
 * @param lease of whom several run
 */
public record ProgramSettings(
    boolean daemon,
    Duration interval,
    boolean inCluster,
    int threads,
    Duration deadline,
    boolean dryRun,
    String logging,
    String viewLogging,
    List<Path> models,
    Optional<Path> record,
    int mostRecords,
    int mostReadings,
    LeaseSettings lease) {
  private static final String PREFIX = "schedule_scale_opt_";
  private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
  private static final int AT_ONCE = 8;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException one line that names the variable
   */
  public static ProgramSettings of(Environment environment) {
    boolean async = environment.flag(PREFIX + "async_pod_creation", false);
    int threads = environment.whole(PREFIX + "async_threads", AT_ONCE, 1, 64);
    return new ProgramSettings(
        environment.flag(PREFIX + "daemon", true),
        environment.seconds(PREFIX + "reconcile_interval", 10),
        environment
            .choice(PREFIX + "k8s_config", "local", List.of("local", "in_cluster"))
            .equals("in_cluster"),
        async ? threads : 1,
        environment.seconds(PREFIX + "apply_deadline", 20),
        environment.flag(PREFIX + "dry_run", false),
        level(environment, PREFIX + "logging"),
        level(environment, "galileo_context_logging"),
        environment.list(PREFIX + "models").stream().map(Path::of).toList(),
        environment.text(PREFIX + "record").map(Path::of),
        environment.whole(PREFIX + "record_files", 360, 1, 100_000),
        environment.whole(PREFIX + "max_events", 10_000, 0, 1_000_000),
        LeaseSettings.of(environment));
  }

  private static String level(Environment environment, String name) {
    return environment.choice(name, "debug", LEVELS).toUpperCase(Locale.ROOT);
  }
}
