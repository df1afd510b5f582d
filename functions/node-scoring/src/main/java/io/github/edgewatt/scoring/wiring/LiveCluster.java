package io.github.edgewatt.scoring.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.cluster.kubernetes.KubernetesView;
import io.github.edgewatt.cluster.kubernetes.MetricsPoller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A cluster as its API server tells of it. */
final class LiveCluster implements ClusterFeed {
  private static final Duration METRICS_DEADLINE = Duration.ofSeconds(10);

  private final ClusterState state = new ClusterState();
  private final KubernetesClient client;
  private final KubernetesView view;
  private final MetricsPoller metrics;

  /**
   * Starts to read.
   *
   * @throws IllegalArgumentException one line where there is no kubeconfig that can be used
   */
  LiveCluster(Optional<Path> kubeconfig, Duration metricsEvery) {
    client = Clients.client(kubeconfig);
    view = KubernetesView.start(client, state);
    metrics = MetricsPoller.start(client, state, view::synced, metricsEvery, METRICS_DEADLINE);
  }

  @Override
  public ClusterState state() {
    return state;
  }

  @Override
  public Optional<String> missing() {
    return view.synced()
        ? Optional.empty()
        : Optional.of("the API server's nodes and pods are not read yet");
  }

  @Override
  public Optional<String> metricsFailure() {
    return metrics.failure();
  }

  @Override
  public void close() {
    metrics.close();
    view.close();
    client.close();
  }
}
