package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which series are the node's. An exporter has another port than node-exporter, and as a pod
 * another address, so a series is known by the node's name or address in any of its labels.
 *
 * @param own names and addresses of the node
 * @param others of the other nodes
 */
public record NodeNames(Set<String> own, Set<String> others) {
  public NodeNames {
    own = Set.copyOf(own);
    others = Set.copyOf(others);
  }

  /** Prometheus scrapes one node, or the queries choose it. */
  public static NodeNames any() {
    return new NodeNames(Set.of(), Set.of());
  }

  /**
   * Of nodes as Prometheus knows them.
   *
   * @param instance the node's {@code instance} label, {@code host:port}
   * @param name its host name, or empty
   * @param instances all nodes' {@code instance} labels
   */
  public static NodeNames of(String instance, String name, Collection<String> instances) {
    Set<String> others = new LinkedHashSet<>();
    for (String other : instances) {
      if (!other.equals(instance)) {
        others.add(other);
        others.add(host(other));
      }
    }
    Set<String> own = new LinkedHashSet<>(List.of(instance, host(instance), name));
    own.remove("");
    // Nodes behind one address (forwarded ports) are told apart by the port or not at all.
    Set<String> shared = new LinkedHashSet<>(own);
    shared.retainAll(others);
    own.removeAll(shared);
    others.removeAll(shared);
    return new NodeNames(own, others);
  }

  /** The node's series; where none names it, those that name no other node. */
  List<SampleSeries> choose(List<SampleSeries> series) {
    List<SampleSeries> mine = series.stream().filter(one -> names(one, own)).toList();
    return mine.isEmpty() ? series.stream().filter(one -> !names(one, others)).toList() : mine;
  }

  private static boolean names(SampleSeries series, Set<String> names) {
    Map<String, String> labels = series.labels();
    return labels.values().stream()
        .anyMatch(value -> names.contains(value) || names.contains(host(value)));
  }

  private static String host(String instance) {
    return instance.replaceFirst(":[0-9]+$", "");
  }

  @Override
  public String toString() {
    return own.stream().sorted().collect(Collectors.joining(", "));
  }
}
