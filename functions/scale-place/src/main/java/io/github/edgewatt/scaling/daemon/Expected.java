package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * The snapshot as it should be: pods that were made are in it as pending, on no node yet, and
   * pods that were told to end as ending.
   */
  public Snapshot correct(Snapshot snapshot) {
    Expected still = after(snapshot);
    List<FunctionPod> pods = new ArrayList<>();
    for (FunctionPod pod : snapshot.pods()) {
      pods.add(still.ended.containsKey(pod.uid()) ? ending(pod) : pod);
    }
    Set<String> hidden = still.seenOfOwners(snapshot);
    still.made.values().stream()
        .filter(pod -> !hidden.contains(HIDDEN + key(pod)))
        .sorted(Comparator.comparing(FunctionPod::name))
        .forEach(pods::add);
    pods.sort(Comparator.comparing(FunctionPod::name));
    return new Snapshot(
        snapshot.at(),
        snapshot.lookback(),
        snapshot.nodes(),
        pods,
        snapshot.gateways(),
        snapshot.latencies(),
        snapshot.traces(),
        snapshot.traffic());
  }

  private static String key(FunctionPod pod) {
    return pod.namespace() + "/" + pod.name();
  }

  private static String owner(FunctionPod pod) {
    return pod.namespace() + "/" + pod.owner();
  }

  private static FunctionPod ending(FunctionPod pod) {
    return new FunctionPod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        pod.function(),
        pod.zone(),
        pod.node(),
        pod.address(),
        pod.port(),
        Phase.ENDING,
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
