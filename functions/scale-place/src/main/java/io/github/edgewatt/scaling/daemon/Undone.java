package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Order;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes what was decided and not done out of the memory: nothing rests after no change. */
final class Undone {
  private Undone() {}

  /**
   * The memory for the next round.
   *
   * @param next what the policy remembers of its decisions
   * @param before what it remembered before them, which stands again where nothing was done
   */
  static ScalingMemory of(ScalingMemory next, ScalingMemory before, List<Applied> applied) {
    if (applied.stream().allMatch(Applied::done)) {
      return next;
    }
    Set<String> failed = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (Applied one : applied) {
      Set<String> keys = one.done() ? done : failed;
      String function = one.order().pod().function();
      keys.add(function);
      keys.add(function + " " + zone(one.order()));
    }
    Map<String, Instant> earlier = new HashMap<>(before.changed());
    Map<String, Instant> changed = new HashMap<>();
    next.changed()
        .forEach(
            (key, at) -> {
              Instant was = earlier.get(key);
              if (at.equals(was) || !undone(key, failed, done)) {
                changed.put(key, at);
              } else if (was != null) {
                changed.put(key, was);
              }
            });
    return new ScalingMemory(changed, next.low());
  }

  /**
   * A replica may be made elsewhere than where it was called for, which counts as a change of both;
   * who called stands in no order, so that one done lets all callers of the function rest.
   */
  private static boolean undone(String key, Set<String> failed, Set<String> done) {
    String function = key.substring(0, Math.max(0, key.indexOf(' ')));
    return failed.contains(function)
        && !done.contains(key)
        && (failed.contains(key) || !done.contains(function));
  }

  private static String zone(Order order) {
    return order instanceof Order.Create create ? create.creation().zone() : order.pod().zone();
  }
}
