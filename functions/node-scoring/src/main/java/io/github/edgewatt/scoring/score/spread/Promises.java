package io.github.edgewatt.scoring.score.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pods that were sent to an area and are not seen there yet. A scheduler asks for the next replica
 * milliseconds after the last one, sooner than its binding arrives here: without these, all
 * replicas of a new set would be sent to the same place. A promise ends when its pod is seen bound,
 * when the pod is asked about again, and after 15 s; no more than 1,000 are kept.
 */
final class Promises {
  static final Duration LIFE = Duration.ofSeconds(15);
  private static final int MOST = 1_000;

  private final Map<String, Promise> byPod = new LinkedHashMap<>();

  /**
   * One pod.
   *
   * @param set its set's UID
   * @param level what {@code area} is
   * @param area where it was sent; empty where it had a choice
   * @param until when it is given up
   */
  record Promise(String set, Level level, Optional<String> area, Instant until) {}

  /** Those of {@code set} that still hold, but for pods that {@code over} says are settled. */
  synchronized List<Promise> of(String set, Predicate<String> over, Instant now) {
    byPod.entrySet().removeIf(one -> ended(one, set, over, now));
    return byPod.values().stream().filter(promise -> promise.set().equals(set)).toList();
  }

  synchronized void add(String podUid, Promise promise) {
    if (podUid.isEmpty()) {
      return;
    }
    byPod.remove(podUid);
    byPod.put(podUid, promise);
    if (byPod.size() > MOST) {
      byPod.remove(byPod.keySet().iterator().next());
    }
  }

  private static boolean ended(
      Map.Entry<String, Promise> one, String set, Predicate<String> over, Instant now) {
    Promise promise = one.getValue();
    return now.isAfter(promise.until()) || (promise.set().equals(set) && over.test(one.getKey()));
  }
}
