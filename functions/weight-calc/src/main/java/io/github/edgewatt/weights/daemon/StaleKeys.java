package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which keys without weights are stale. A key goes only where it is certain that its targets have
 * gone:
 *
 * <ul>
 *   <li>none while the view is incomplete, and none of zones that are not this process's;
 *   <li>of a function without any pods, if pods are listed by who knows all of them, or if this
 *       process saw the function's pods before: Redis tells nobody of pods that are there already;
 *   <li>of a function that was weighed for other zones, where it has no pods in the key's zone.
 * </ul>
 *
 * <p>A function that could not be weighed, or whose pods cannot be reached yet, keeps its keys.
 */
final class StaleKeys {
  private static final int MOST_SEEN = 100_000;

  private final Set<String> zones;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param zones those of this process; empty for all
   */
  StaleKeys(Set<String> zones) {
    this.zones = Set.copyOf(zones);
  }

  /**
   * The rule for one round, asked with function and zone.
   *
   * @param complete whether all sources were read
   * @param listed whether a source lists all pods
   */
  BiPredicate<String, String> of(
      SnapshotIndex index, List<ZoneWeights> weights, boolean complete, boolean listed) {
    if (seen.size() > MOST_SEEN) {
      seen.clear();
    }
    seen.addAll(index.functions());
    if (!complete) {
      return (function, zone) -> false;
    }
    Set<String> weighed = new HashSet<>();
    weights.forEach(one -> weighed.add(one.function()));
    Set<String> populated = new HashSet<>();
    for (FunctionPod pod : index.snapshot().pods()) {
      populated.add(pod.zone() + '/' + pod.function());
    }
    return (function, zone) -> {
      if (!zones.isEmpty() && !zones.contains(zone)) {
        return false;
      }
      if (index.function(function) < 0) {
        return listed || seen.contains(function);
      }
      return weighed.contains(function) && !populated.contains(zone + '/' + function);
    };
  }
}
