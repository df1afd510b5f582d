package io.github.edgewatt.cluster.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How much was left out, by reason. Safe to call from several threads. */
final class Drops {
  private final Map<Drop, LongAdder> counts = new EnumMap<>(Drop.class);

  Drops() {
    for (Drop reason : Drop.values()) {
      counts.put(reason, new LongAdder());
    }
  }

  void count(Drop reason) {
    count(reason, 1);
  }

  void count(Drop reason, long times) {
    counts.get(reason).add(times);
  }

  /** All reasons, by name. */
  Map<String, Long> byReason() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((reason, count) -> all.put(reason.label(), count.sum()));
    return all;
  }
}
