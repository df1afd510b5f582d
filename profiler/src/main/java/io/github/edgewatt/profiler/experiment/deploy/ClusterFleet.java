package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.spec.Consumers.Cluster;
import io.github.edgewatt.profiler.experiment.spec.Topics;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Consumers as pods of a Deployment that is there already: settings and replicas are changed, and
 * put back at the end. Its HorizontalPodAutoscaler is left alone unless it is to be pinned.
 */
public final class ClusterFleet implements Fleet {
  private static final Duration ROLLOUT = Duration.ofMinutes(5);

  private final Kubectl kubectl;
  private final Cluster cluster;
  private final Consumers consumers;
  private final Map<String, String> settings;
  private DeploymentState before;

  public ClusterFleet(Kubectl kubectl, Consumers consumers, Topics topics) {
    this.kubectl = kubectl;
    this.cluster = consumers.cluster().orElseThrow();
    this.consumers = consumers;
    this.settings = ConsumerSettings.of(consumers, topics);
  }

  @Override
  public void up() throws DatasetException, StageException, InterruptedException {
    String deployment = "deployment/" + cluster.deployment();
    DeploymentState found =
        DeploymentState.of(
            kubectl.call("get", deployment, "-o", "json"), List.copyOf(settings.keySet()));
    if (cluster.fixHorizontalPodAutoscaler()) {
      found = found.withAutoscaler(kubectl.call("get", autoscaler(), "-o", "json"));
    }
    before = found;
    List<String> set = new ArrayList<>(List.of("set", "env", deployment));
    settings.forEach((name, value) -> set.add(name + "=" + value));
    kubectl.call(set);
    if (cluster.fixHorizontalPodAutoscaler()) {
      pin(consumers.count(), consumers.count());
    }
    kubectl.call("scale", deployment, "--replicas=" + consumers.count());
    kubectl.call(
        ROLLOUT.plusSeconds(10),
        "rollout",
        "status",
        deployment,
        "--timeout=" + ROLLOUT.toSeconds() + "s");
  }

  private String autoscaler() {
    return "hpa/" + cluster.deployment();
  }

  private void pin(int least, int most)
      throws DatasetException, StageException, InterruptedException {
    String patch = "{\"spec\":{\"minReplicas\":%d,\"maxReplicas\":%d}}".formatted(least, most);
    kubectl.call("patch", autoscaler(), "--type=merge", "-p", patch);
  }

  @Override
  public List<String> metrics() {
    return List.of();
  }

  @Override
  public Map<String, Long> pids() {
    return Map.of();
  }

  @Override
  public String unseen() {
    String pods =
        "the consumers are pods: their CPU stands in the extract"
            + " (container_cpu_usage_seconds_total)";
    return cluster.fixHorizontalPodAutoscaler()
        ? pods
        : pods + "; an autoscaler may have changed how many there were (hpa: keep)";
  }

  @Override
  public List<String> losses() {
    return List.of();
  }

  @Override
  public boolean isGone() {
    return false;
  }

  @Override
  public List<String> down() throws DatasetException {
    if (before == null) {
      return List.of();
    }
    String deployment = "deployment/" + cluster.deployment();
    Kubectl last = kubectl.unstoppable();
    List<String> faults = new ArrayList<>();
    List<List<String>> commands = new ArrayList<>();
    before
        .autoscaler()
        .ifPresent(
            patch -> commands.add(List.of("patch", autoscaler(), "--type=merge", "-p", patch)));
    List<String> set = new ArrayList<>(List.of("set", "env", deployment));
    set.addAll(before.environment());
    commands.add(set);
    commands.add(List.of("scale", deployment, "--replicas=" + before.replicas()));
    for (List<String> command : commands) {
      try {
        last.call(command);
      } catch (StageException | InterruptedException e) {
        faults.add(deployment + " is not as it was: " + e.getMessage());
      }
    }
    before = null;
    return faults;
  }
}
