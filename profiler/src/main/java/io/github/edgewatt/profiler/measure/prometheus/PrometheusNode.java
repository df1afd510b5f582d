package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The node that is measured, as its node-exporter tells.
 *
 * @param instance its {@code instance} label
 * @param name its host name, or empty
 * @param cores its cores
 * @param memoryBytes all its memory
 * @param os its distribution, or empty
 * @param kernel its kernel's release, or empty
 * @param instances all nodes that Prometheus knows
 */
public record PrometheusNode(
    String instance,
    String name,
    int cores,
    long memoryBytes,
    String os,
    String kernel,
    List<String> instances) {
  private static final Set<String> NAME_LABELS =
      Set.of("instance", "nodename", "node", "node_name", "kubernetes_node", "hostname");

  public PrometheusNode {
    instances = List.copyOf(instances);
  }

  /**
   * Finds a node.
   *
   * @param node its instance label, with or without the port, or its host name; empty where
   *     Prometheus knows one node only
   * @throws IllegalArgumentException with one line for the user where there is none, or where it
   *     must be chosen
   */
  public static PrometheusNode probe(PrometheusClient client, Optional<String> node)
      throws PrometheusException, InterruptedException {
    List<MetricSeries> cpus =
        client.query("count by (instance, cpu) (node_cpu_seconds_total)").data();
    TreeSet<String> instances =
        cpus.stream()
            .map(cpu -> cpu.label("instance"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (instances.isEmpty()) {
      throw new IllegalArgumentException(
          "Prometheus at %s has no node_cpu_seconds_total: let it scrape a node-exporter on the node"
              .formatted(client.base()));
    }
    List<MetricSeries> names = client.query("node_uname_info").data();
    String instance = choose(instances, names, node);
    String of = "{instance=\"" + QueryTemplate.escaped(instance, false) + "\"}";
    List<MetricSeries> memory = client.query("node_memory_MemTotal_bytes" + of).data();
    Map<String, String> uname = first(client.query("node_uname_info" + of).data());
    Map<String, String> os = first(client.query("node_os_info" + of).data());
    return new PrometheusNode(
        instance,
        uname.getOrDefault("nodename", ""),
        (int) cpus.stream().filter(cpu -> cpu.label("instance").equals(instance)).count(),
        memory.isEmpty() ? 0 : (long) memory.get(0).last(),
        os.getOrDefault("pretty_name", ""),
        uname.getOrDefault("release", ""),
        List.copyOf(instances));
  }

  private static Map<String, String> first(List<MetricSeries> series) {
    return series.isEmpty() ? Map.of() : series.get(0).labels();
  }

  private static String choose(
      Set<String> instances, List<MetricSeries> names, Optional<String> node) {
    if (node.isEmpty()) {
      if (instances.size() > 1) {
        throw new IllegalArgumentException(
            "Prometheus knows %d nodes: choose one with --node: %s"
                .formatted(instances.size(), String.join(", ", instances)));
      }
      return instances.iterator().next();
    }
    TreeSet<String> meant = new TreeSet<>();
    for (String instance : instances) {
      if (instance.equals(node.get()) || withoutPort(instance).equals(node.get())) {
        meant.add(instance);
      }
    }
    for (MetricSeries series : names) {
      boolean named =
          NAME_LABELS.stream().anyMatch(label -> series.label(label).equals(node.get()));
      if (named && instances.contains(series.label("instance"))) {
        meant.add(series.label("instance"));
      }
    }
    if (meant.size() != 1) {
      throw new IllegalArgumentException(
          "--node %s is %s node that Prometheus knows: %s"
              .formatted(
                  node.get(),
                  meant.isEmpty() ? "no" : "more than one",
                  String.join(", ", meant.isEmpty() ? instances : meant)));
    }
    return meant.first();
  }

  private static String withoutPort(String instance) {
    return instance.replaceAll(":\\d+$", "");
  }
}
