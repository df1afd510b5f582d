package io.github.edgewatt.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The pods that are bound and have not ended, by a key of theirs. One writer at a time; a reader
 * gets a group as it was at one instant.
 */
final class Groups {
  private final Map<String, List<Pod>> groups = new ConcurrentHashMap<>();

  /** A pod before and after; null where it was or is not there. */
  record Change(Pod before, Pod after) {}

  /** The group, in no order; never changes. */
  List<Pod> of(String key) {
    return groups.getOrDefault(key, List.of());
  }

  /** Puts a change into the groups; whether it changed any. An empty key is no group. */
  boolean apply(Change change, Function<Pod, String> key) {
    String from = counted(change.before()) ? key.apply(change.before()) : "";
    String to = counted(change.after()) ? key.apply(change.after()) : "";
    boolean same = from.equals(to);
    if (same && (from.isEmpty() || change.before().equals(change.after()))) {
      return false;
    }
    if (!from.isEmpty()) {
      replace(from, change.before().uid(), same ? change.after() : null);
    }
    if (!to.isEmpty() && !same) {
      replace(to, change.after().uid(), change.after());
    }
    return true;
  }

  private void replace(String key, String uid, Pod pod) {
    List<Pod> old = of(key);
    List<Pod> next = new ArrayList<>(old.size() + 1);
    for (Pod one : old) {
      if (!one.uid().equals(uid)) {
        next.add(one);
      }
    }
    if (pod != null) {
      next.add(pod);
    }
    if (next.isEmpty()) {
      groups.remove(key);
    } else {
      groups.put(key, List.copyOf(next));
    }
  }

  private static boolean counted(Pod pod) {
    return pod != null && !pod.node().isEmpty() && pod.phase() != Pod.Phase.ENDED;
  }
}
