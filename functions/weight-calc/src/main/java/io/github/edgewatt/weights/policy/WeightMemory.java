package io.github.edgewatt.weights.policy;

import java.time.Instant;
import java.util.Map;

/**
 * What a policy remembers from round to round: smoothed response times.
 *
 * @param responseTimes by function, zone of the gateway and address, as {@code f zone address}
 */
public record WeightMemory(Map<String, ResponseTime> responseTimes) {
  /** Nothing yet. */
  public static final WeightMemory NONE = new WeightMemory(Map.of());

  public WeightMemory {
    responseTimes = responseTimes instanceof Remembered ? responseTimes : Map.copyOf(responseTimes);
  }

  /**
   * A smoothed response time.
   *
   * @param seconds more than 0
   * @param at when the newest request in it was answered
   */
  public record ResponseTime(double seconds, Instant at) {}
}
