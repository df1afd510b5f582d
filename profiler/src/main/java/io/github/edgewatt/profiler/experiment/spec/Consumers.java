package io.github.edgewatt.profiler.experiment.spec;

import java.util.Map;
import java.util.Optional;

/**
 * Who finds objects in the images.
 *
 * @param count processes or pods
 * @param model a model's path or {@code synthetic:<GFLOPs>}
 * @param classes file of class names
 * @param resolution side of the model's input in pixels
 * @param threads compute threads of one consumer
 * @param environment further settings, by the names the consumer knows
 * @param cluster the Deployment they are; empty for processes of this machine
 */
public record Consumers(
    int count,
    String model,
    Optional<String> classes,
    Optional<Integer> resolution,
    int threads,
    Map<String, String> environment,
    Optional<Cluster> cluster) {

  /** Models that are only a cost: no file. */
  public static final String SYNTHETIC = "synthetic:";

  /**
   * A Deployment of a cluster that {@code kubectl} reaches.
   *
   * @param context of the kubeconfig; empty for the current one
   * @param fixHorizontalPodAutoscaler whether the autoscaler of the same name is pinned to the
   *     count; it is left alone otherwise
   */
  public record Cluster(
      String deployment,
      String namespace,
      Optional<String> context,
      boolean fixHorizontalPodAutoscaler) {}

  public Consumers {
    environment = Map.copyOf(environment);
  }

  /** The same as another number of consumers of another model. */
  public Consumers as(int otherCount, String otherModel, Optional<Integer> otherResolution) {
    return new Consumers(
        otherCount, otherModel, classes, otherResolution, threads, environment, cluster);
  }
}
