package io.github.edgewatt.scoring.score.spread;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Replicas;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * While fewer than {@code floor(replicas x rate)} pods of a set are placed, the next goes to an
 * area with the fewest of them: a region where the offered nodes have two, else a zone, else a node
 * (WAO's PodSpread). Afterwards any node will do. Where it cannot tell, it lets everything pass. It
 * never refuses every node. Safe to share between threads.
 *
 * <p>Only among the last of the pods to be kept apart may a scheduler choose between equally empty
 * areas; pods before it are sent to one, as the next is asked about before they are seen placed.
 */
public final class SpreadGuard {
  private final ClusterView cluster;
  private final Clock clock;
  private final Promises promises = new Promises();

  /**
   * @param clock promises end by
   */
  public SpreadGuard(ClusterView cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /** Why the pod asks to be kept apart in vain; empty where it does not ask or is kept apart. */
  public String why(Pod pod) {
    return SpreadRate.of(pod, cluster).why();
  }

  /**
   * Those of {@code offered} where the pod may not go.
   *
   * @param cheapest the best of some nodes, by name; decides between equally empty areas
   */
  public List<Refused> refused(
      Pod pod, List<NodeEntry> offered, Function<List<NodeEntry>, String> cheapest) {
    SpreadRate rate = SpreadRate.of(pod, cluster);
    if (rate.apart() == 0 || offered.isEmpty()) {
      return List.of();
    }
    Replicas set = rate.set().orElseThrow();
    List<Node> nodes = offered.stream().map(NodeEntry::node).toList();
    Level level = Level.of(nodes);
    Map<String, Integer> counts = new HashMap<>();
    nodes.forEach(node -> counts.put(level.area(node), 0));
    int placed = count(pod, set, level, counts);
    if (placed >= rate.apart()) {
      return List.of();
    }
    int fewest = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    boolean last = placed + 1 == rate.apart();
    Set<String> areas = areas(counts, fewest);
    if (!last && areas.size() > 1) {
      areas = Set.of(areaOfCheapest(offered, level, areas, cheapest));
    }
    Optional<String> area =
        areas.size() == 1 ? Optional.of(areas.iterator().next()) : Optional.empty();
    Instant until = clock.instant().plus(Promises.LIFE);
    promises.add(pod.uid(), new Promises.Promise(set.uid(), level, area, until));
    return refused(nodes, level, areas, counts);
  }

  /** Counts the set's other pods by area, those promised too; the sum of all, wherever they are. */
  private int count(Pod pod, Replicas set, Level level, Map<String, Integer> counts) {
    Set<String> seen = new HashSet<>();
    int placed = 0;
    for (Pod other : cluster.placed(set.uid())) {
      if (!other.uid().equals(pod.uid()) && seen.add(other.uid())) {
        placed++;
        cluster
            .node(other.node())
            .map(entry -> level.area(entry.node()))
            .ifPresent(area -> counts.computeIfPresent(area, (key, count) -> count + 1));
      }
    }
    seen.add(pod.uid());
    for (Promises.Promise promise : promises.of(set.uid(), seen::contains, clock.instant())) {
      placed++;
      if (promise.level() == level) {
        promise.area().ifPresent(area -> counts.computeIfPresent(area, (k, count) -> count + 1));
      }
    }
    return placed;
  }

  private static Set<String> areas(Map<String, Integer> counts, int fewest) {
    Set<String> areas = new HashSet<>(counts.keySet());
    areas.removeIf(area -> counts.get(area) > fewest);
    return areas;
  }

  private static String areaOfCheapest(
      List<NodeEntry> offered,
      Level level,
      Set<String> areas,
      Function<List<NodeEntry>, String> cheapest) {
    List<NodeEntry> within =
        offered.stream().filter(entry -> areas.contains(level.area(entry.node()))).toList();
    String best = cheapest.apply(within);
    return within.stream()
        .map(NodeEntry::node)
        .filter(node -> node.name().equals(best))
        .findFirst()
        .map(level::area)
        .orElseGet(() -> level.area(within.get(0).node()));
  }

  private static List<Refused> refused(
      List<Node> nodes, Level level, Set<String> areas, Map<String, Integer> counts) {
    String goal = areas.size() == 1 ? level.named(areas.iterator().next()) : "one with fewer";
    List<Refused> refused = new ArrayList<>();
    for (Node node : nodes) {
      String area = level.area(node);
      if (!areas.contains(area)) {
        String has = level.named(area) + " has " + counts.get(area) + " of its replicas";
        refused.add(new Refused(node.name(), "kept apart: " + has + "; this one goes to " + goal));
      }
    }
    return refused;
  }
}
