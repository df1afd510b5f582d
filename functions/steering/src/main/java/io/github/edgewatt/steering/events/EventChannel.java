package io.github.edgewatt.steering.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Where events go. Never blocks for long: what cannot be sent is counted and dropped. */
public interface EventChannel {
  /**
   * Publishes {@code "<at, in seconds> <name> <value as JSON>"}.
   *
   * @param name without white space
   */
  void publish(Instant at, String name, ObjectNode value);
}
