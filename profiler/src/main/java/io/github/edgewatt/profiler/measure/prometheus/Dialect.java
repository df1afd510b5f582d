package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Map;

/**
 * How one kind of cAdvisor names a function's containers.
 *
 * @param name as it stands in the queries file
 * @param cpu counter of CPU seconds
 * @param workingSet memory the kernel cannot take back
 * @param usage memory with page cache
 * @param lastSeen has samples while the container exists
 */
record Dialect(
    String name,
    QueryTemplate cpu,
    QueryTemplate workingSet,
    QueryTemplate usage,
    QueryTemplate lastSeen) {

  static Map<String, String> values(String function, String namespace) {
    return Map.of("function", function, "namespace", namespace);
  }
}
