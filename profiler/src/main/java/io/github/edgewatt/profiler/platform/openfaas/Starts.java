package io.github.edgewatt.profiler.platform.openfaas;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each function was seen to start, for the life of a platform: one that started again is
 * cold, though its name and address are the same. Thread-safe.
 */
final class Starts {
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, Integer> available = new HashMap<>();

  synchronized void deploying(String function) {
    starts.merge(function, 1, Integer::sum);
    available.remove(function);
  }

  /** Notes a look at it: without an available replica, the next one is another one. */
  synchronized void saw(FunctionStatus status) {
    Integer before = available.put(status.name(), status.availableReplicas());
    if (before != null && before > 0 && status.availableReplicas() == 0) {
      starts.merge(status.name(), 1, Integer::sum);
    }
  }

  /** Starts seen so far; 0 for a function that runs as somebody else deployed it. */
  synchronized int of(String function) {
    return starts.getOrDefault(function, 0);
  }
}
