package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A cluster out of a file, for trials. What nodes use is told again and again as measured now: it
 * would be too old to decide on otherwise.
 */
final class ReplayedCluster implements ClusterFeed {
  private final ClusterState state = new ClusterState();
  private final Clock clock;
  private final ReplayFile.Uses uses;
  private final ScheduledExecutorService repeat =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Reads the file at once.
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  ReplayedCluster(Path file, Duration every, Clock clock) {
    this.clock = clock;
    this.uses = ReplayFile.read(file, state);
    tell();
    ScheduledFuture<?> unused =
        repeat.scheduleAtFixedRate(
            this::tell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tell() {
    for (Map.Entry<String, double[]> one : uses.nodes().entrySet()) {
      state.nodeUsage(one.getKey(), usage(one.getValue()));
    }
    for (ReplayFile.PodUse one : uses.pods()) {
      state.podUsage(one.namespace(), one.name(), usage(one.use()));
    }
  }

  private Usage usage(double[] use) {
    return new Usage(use[0], use[1], clock.instant());
  }

  @Override
  public ClusterState state() {
    return state;
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public Optional<String> metricsFailure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    repeat.shutdownNow();
  }
}
