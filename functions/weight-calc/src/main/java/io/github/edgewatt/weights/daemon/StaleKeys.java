package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.etcd.KeyRule;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which keys may be changed, and which without weights are stale. A key goes only where it is
 * certain that its targets have gone:
 *
 * <ul>
 *   <li>none while the view is incomplete, and none of zones that are not this process's;
 *   <li>where the function has no pods in the zone, and none at all or was weighed for others;
 *   <li>if pods are listed by who knows all of them, or this process saw every address in the key:
 *       Redis tells nobody of pods that are there already.
 * </ul>
 *
 * <p>A function that could not be weighed, or whose pods cannot be reached yet, keeps its keys.
 * Addresses that this process never saw stay in their keys, unless all pods are listed.
 */
final class StaleKeys {
  private static final int MOST_SEEN = 400_000;

  private final Set<String> zones;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> functions = new HashSet<>();

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
  KeyRule of(SnapshotIndex index, List<ZoneWeights> weights, boolean complete, boolean listed) {
    see(index);
    Set<String> weighed = new HashSet<>();
    weights.forEach(one -> weighed.add(one.function()));
    Set<String> populated = new HashSet<>();
    for (FunctionPod pod : index.snapshot().pods()) {
      populated.add(pod.zone() + '/' + pod.function());
    }
    return new KeyRule() {
      @Override
      public boolean stale(String function, String zone) {
        if (!complete || !(zones.isEmpty() || zones.contains(zone))) {
          return false;
        }
        return index.function(function) < 0
            ? listed || functions.contains(function)
            : weighed.contains(function) && !populated.contains(zone + '/' + function);
      }

      @Override
      public boolean known(Collection<String> addresses) {
        return listed || seen.containsAll(addresses);
      }
    };
  }

  private void see(SnapshotIndex index) {
    if (seen.size() > MOST_SEEN || functions.size() > MOST_SEEN) {
      seen.clear();
      functions.clear();
    }
    functions.addAll(index.functions());
    for (FunctionPod pod : index.snapshot().pods()) {
      seen.add(pod.address() + ':' + pod.port());
    }
    index.snapshot().gateways().forEach(gateway -> seen.add(gateway.address()));
  }
}
