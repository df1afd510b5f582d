package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier rounds did and a snapshot may not show yet: pods made, and pods told to end.
 * Immutable. Each is forgotten once it is seen, or after 60 s.
 *
 * <p>What a pod will be called that a Deployment makes is not known: of those with an owner, as
 * many are seen as there are pods of this owner which are not older than the first of them.
 *
 * @param made pods that were made, pending, by namespace and name
 * @param ended when pods were told to end, by UID
 */
public record Expected(Map<String, FunctionPod> made, Map<String, Instant> ended) {
  /** Nothing. */
  public static final Expected NONE = new Expected(Map.of(), Map.of());

  /** How long what is not seen is still believed in. */
  static final Duration BELIEVED = Duration.ofSeconds(60);

  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  /** Before a key: one of its owner's pods is there, but others are still awaited. */
  private static final String HIDDEN = "seen ";

  public Expected {
    made = Map.copyOf(made);
    ended = Map.copyOf(ended);
  }

  /** With a pod that was made. */
  public Expected with(FunctionPod pod) {
    if (made.size() >= MOST) {
      return this;
    }
    Map<String, FunctionPod> more = new LinkedHashMap<>(made);
    more.put(key(pod), pod);
    return new Expected(more, ended);
  }

  /** With a pod that was told to end. */
  public Expected without(FunctionPod pod, Instant at) {
    if (ended.size() >= MOST) {
      return this;
    }
    Map<String, Instant> more = new LinkedHashMap<>(ended);
    more.put(pod.uid(), at);
    return new Expected(made, more);
  }

  /** What is still to be waited for after {@code snapshot}. */
  public Expected after(Snapshot snapshot) {
    Instant since = snapshot.at().minus(BELIEVED);
    Set<String> seen = seenOfOwners(snapshot);
    Set<String> alive = new HashSet<>();
    for (FunctionPod pod : snapshot.pods()) {
      seen.add(key(pod));
      if (pod.phase() != Phase.ENDING) {
        alive.add(pod.uid());
      }
    }
    Map<String, FunctionPod> unseen = new LinkedHashMap<>(made);
    unseen
        .entrySet()
        .removeIf(one -> seen.contains(one.getKey()) || one.getValue().createdAt().isBefore(since));
    Map<String, Instant> still = new LinkedHashMap<>(ended);
    still
        .entrySet()
        .removeIf(one -> !alive.contains(one.getKey()) || one.getValue().isBefore(since));
    return new Expected(unseen, still);
  }

  /** The keys of those whose owners have made enough pods. */
  private Set<String> seenOfOwners(Snapshot snapshot) {
    Map<String, List<FunctionPod>> byOwner = new HashMap<>();
    made.values().stream()
        .filter(pod -> !pod.owner().isEmpty())
        .sorted(Comparator.comparing(FunctionPod::createdAt))
        .forEach(pod -> byOwner.computeIfAbsent(owner(pod), key -> new ArrayList<>()).add(pod));
    Set<String> seen = new HashSet<>();
    byOwner.forEach(
        (owner, awaited) -> {
          Instant since = awaited.get(0).createdAt().minus(SKEW);
          long there =
              snapshot.pods().stream()
                  .filter(pod -> owner(pod).equals(owner) && !pod.createdAt().isBefore(since))
                  .count();
          if (there >= awaited.size()) {
            awaited.forEach(pod -> seen.add(key(pod)));
          } else {
            awaited.stream().limit(there).forEach(pod -> seen.add(HIDDEN + key(pod)));
          }
        });
    return seen;
  }

  /**
   * The snapshot as it should be: pods that were made are in it as pending, pods that were told to
   * end as ending. A pending pod that is on no node yet counts where most CPU is free in its zone:
   * it takes room, and it will come.
   */
  public Snapshot correct(Snapshot snapshot) {
    Expected still = after(snapshot);
    Map<String, Resources> more = new HashMap<>();
    List<FunctionPod> pods = new ArrayList<>();
    for (FunctionPod pod : snapshot.pods()) {
      pods.add(still.ended.containsKey(pod.uid()) ? with(pod, pod.node(), Phase.ENDING) : pod);
    }
    Set<String> hidden = still.seenOfOwners(snapshot);
    still.made.values().stream()
        .filter(pod -> !hidden.contains(HIDDEN + key(pod)))
        .sorted(Comparator.comparing(FunctionPod::name))
        .forEach(pods::add);
    pods.replaceAll(pod -> pod.node().isEmpty() ? placed(pod, snapshot, more) : pod);
    pods.sort(Comparator.comparing(FunctionPod::name));
    List<ZoneNode> nodes = new ArrayList<>(snapshot.nodes());
    nodes.replaceAll(node -> with(node, more.getOrDefault(node.name(), Resources.NONE)));
    return new Snapshot(
        snapshot.at(),
        snapshot.lookback(),
        nodes,
        pods,
        snapshot.gateways(),
        snapshot.latencies(),
        snapshot.traces(),
        snapshot.traffic());
  }

  private static FunctionPod placed(
      FunctionPod pod, Snapshot snapshot, Map<String, Resources> more) {
    Optional<ZoneNode> node =
        snapshot.nodes().stream()
            .filter(one -> one.worker() && one.zone().equals(pod.zone()))
            .max(
                Comparator.comparingDouble(
                    one ->
                        one.allocatable().cores()
                            - one.requested().cores()
                            - more.getOrDefault(one.name(), Resources.NONE).cores()));
    if (node.isEmpty()) {
      return pod;
    }
    more.merge(node.get().name(), pod.requests(), Resources::plus);
    return with(pod, node.get().name(), pod.phase());
  }

  private static String key(FunctionPod pod) {
    return pod.namespace() + "/" + pod.name();
  }

  private static String owner(FunctionPod pod) {
    return pod.namespace() + "/" + pod.owner();
  }

  private static ZoneNode with(ZoneNode node, Resources more) {
    return more.equals(Resources.NONE)
        ? node
        : new ZoneNode(
            node.name(),
            node.zone(),
            node.type(),
            node.worker(),
            node.cores(),
            node.allocatable(),
            node.requested().plus(more),
            node.cpuShare(),
            node.watts());
  }

  private static FunctionPod with(FunctionPod pod, String node, Phase phase) {
    return new FunctionPod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        pod.function(),
        pod.zone(),
        node,
        pod.address(),
        pod.port(),
        phase,
        pod.requests(),
        pod.container(),
        pod.image(),
        pod.labels(),
        pod.owner(),
        pod.createdAt(),
        pod.cpuCores(),
        pod.watts());
  }
}
