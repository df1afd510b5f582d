package io.github.edgewatt.scaling.policy;

import java.time.Instant;
import java.util.Map;

/**
 * What a policy remembers from round to round, so that it does not flap.
 *
 * @param changed when replicas of a function in a zone last appeared or vanished, by {@code f zone}
 * @param low since when a function's pressure in a zone has been below its lower threshold,
 *     likewise
 */
public record ScalingMemory(Map<String, Instant> changed, Map<String, Instant> low) {
  /** Nothing yet. */
  public static final ScalingMemory NONE = new ScalingMemory(Map.of(), Map.of());

  public ScalingMemory {
    changed = changed instanceof CellTimes ? changed : Map.copyOf(changed);
    low = low instanceof CellTimes ? low : Map.copyOf(low);
  }
}
