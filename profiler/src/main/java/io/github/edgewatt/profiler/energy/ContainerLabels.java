package io.github.edgewatt.profiler.energy;

import io.github.edgewatt.profiler.proc.PodName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose process or container a series of a meter is, by whole names. Meters name containers in four
 * ways: with the container's own labels (Scaphandre over Docker), its pod (Scaphandre and Kepler
 * over Kubernetes), its name (Kepler; OpenFaaS names a container like its function), or the number
 * of a process only (faasd, whose containers no meter knows).
 */
public final class ContainerLabels {

  /** Labels whose value is the function's name where they are there. */
  private static final List<String> FUNCTION =
      List.of(
          "container_label_com_openfaas_function",
          "container_label_faas_function",
          "container_label_io_kubernetes_container_name",
          "container_name");

  private static final List<String> POD = List.of("kubernetes_pod_name", "pod_name");

  private static final List<String> NAMESPACE =
      List.of(
          "kubernetes_pod_namespace",
          "pod_namespace",
          "container_namespace",
          "container_label_io_kubernetes_pod_namespace");

  private ContainerLabels() {}

  /**
   * Whether the series is of the function. A label that names it decides; without one the process
   * id does.
   *
   * @param labels of the series
   * @param function its name
   * @param namespace its namespace; empty for any
   * @param pids process ids known to be the function's, on the meter's node
   */
  public static boolean isOf(
      Map<String, String> labels, String function, String namespace, Set<Long> pids) {
    for (String label : NAMESPACE) {
      String there = labels.getOrDefault(label, "");
      if (!namespace.isEmpty() && !there.isEmpty() && !there.equals(namespace)) {
        return false;
      }
    }
    return named(labels, function) || numbered(labels, pids);
  }

  private static boolean named(Map<String, String> labels, String function) {
    for (String label : FUNCTION) {
      if (function.equals(labels.get(label))) {
        return true;
      }
    }
    for (String label : POD) {
      if (PodName.isOf(labels.getOrDefault(label, ""), function)) {
        return true;
      }
    }
    for (String name : labels.getOrDefault("container_names", "").split(",", -1)) {
      // Swarm numbers the tasks of a service: NAME.1
      if (name.strip().replaceFirst("^/", "").replaceFirst("\\.[0-9]+$", "").equals(function)) {
        return true;
      }
    }
    return false;
  }

  private static boolean numbered(Map<String, String> labels, Set<Long> pids) {
    try {
      return pids.contains(Long.valueOf(labels.getOrDefault("pid", "")));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
