package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions' pods, their containers and their samples. Not safe for several threads. */
final class PodBook {
  private static final int MOST_CONTAINERS = 16;

  private final LiveOptions options;
  private final Drops drops;
  private final Map<String, FunctionPod> pods = new HashMap<>();
  private final Map<String, Set<String>> containers = new HashMap<>();

  /** Containers of pods that are not known yet. */
  private final LinkedHashMap<String, Set<String>> early = new LinkedHashMap<>();

  /** Which pod a container, a UID or a name is. */
  private final Map<String, String> owners = new HashMap<>();

  private final Series cpu;
  private final Series watts;

  PodBook(LiveOptions options, Drops drops, Series cpu, Series watts) {
    this.options = options;
    this.drops = drops;
    this.cpu = cpu;
    this.watts = watts;
  }

  /** Adds or replaces one; whether there was room. */
  boolean put(FunctionPod pod) {
    FunctionPod before = pods.get(pod.uid());
    if (before == null && pods.size() >= options.mostPods()) {
      drops.count(Drop.TOO_MANY_PODS);
      return false;
    }
    if (before != null && !before.name().equals(pod.name())) {
      disown(before.name(), pod.uid());
    }
    pods.put(pod.uid(), pod);
    own(pod.uid(), pod.uid());
    own(pod.name(), pod.uid());
    Set<String> waiting = early.remove(pod.uid());
    if (waiting != null) {
      waiting.forEach(container -> container(pod.uid(), container));
    }
    return true;
  }

  /** Of more containers than a pod may have, the first told of go: those that ended long ago. */
  void container(String uid, String container) {
    if (!pods.containsKey(uid)) {
      add(early.computeIfAbsent(uid, unknown -> new LinkedHashSet<>()), container);
      if (early.size() > options.mostWaiting()) {
        early.remove(early.keySet().iterator().next());
        drops.count(Drop.NEVER_KNOWN);
      }
      return;
    }
    String gone = add(containers.computeIfAbsent(uid, one -> new LinkedHashSet<>()), container);
    if (gone != null) {
      disown(gone, uid);
    }
    own(container, uid);
  }

  private String add(Set<String> all, String container) {
    all.add(container);
    if (all.size() <= MOST_CONTAINERS) {
      return null;
    }
    String first = all.iterator().next();
    all.remove(first);
    drops.count(Drop.TOO_MANY_CONTAINERS);
    return first;
  }

  FunctionPod remove(String uid) {
    early.remove(uid);
    FunctionPod gone = pods.remove(uid);
    if (gone != null) {
      disown(uid, uid);
      disown(gone.name(), uid);
      Set<String> all = containers.remove(uid);
      if (all != null) {
        all.forEach(container -> disown(container, uid));
      }
    }
    return gone;
  }

  private void own(String id, String uid) {
    owners.put(id, uid);
    cpu.claim(id);
    watts.claim(id);
  }

  private void disown(String id, String uid) {
    if (owners.remove(id, uid)) {
      cpu.forget(id);
      watts.forget(id);
    }
  }

  FunctionPod get(String uid) {
    return pods.get(uid);
  }

  Collection<FunctionPod> all() {
    return pods.values();
  }

  /** Mean CPU in cores, of all containers together; else by its UID, else by its name; or NaN. */
  double cores(FunctionPod pod, Instant to, Duration lookback) {
    Rise rise = Rise.NONE;
    for (String container : containers.getOrDefault(pod.uid(), Set.of())) {
      rise = rise.plus(cpu.rise(container, to, lookback));
    }
    for (String id : idsOf(pod)) {
      rise = Double.isNaN(rise.perNano()) ? cpu.rise(id, to, lookback) : rise;
    }
    return rise.perNano();
  }

  /** Mean watts, likewise. */
  double watts(FunctionPod pod, Instant to, Duration lookback) {
    double sum = Double.NaN;
    for (String container : containers.getOrDefault(pod.uid(), Set.of())) {
      double mean = watts.mean(container, to, lookback);
      sum = Double.isNaN(sum) ? mean : Double.isNaN(mean) ? sum : sum + mean;
    }
    for (String id : idsOf(pod)) {
      sum = Double.isNaN(sum) ? watts.mean(id, to, lookback) : sum;
    }
    return sum;
  }

  private List<String> idsOf(FunctionPod pod) {
    List<String> ids = new ArrayList<>(2);
    for (String id : List.of(pod.uid(), pod.name())) {
      if (pod.uid().equals(owners.get(id))) {
        ids.add(id);
      }
    }
    return ids;
  }
}
