package io.github.edgewatt.nodeforecast.funqy;

import java.util.Map;

/**
 * What would a node do under these rates?
 *
 * @param model the model to ask; may be absent where but one is loaded
 * @param nodeType the kind of node; may be absent where the model knows but one
 * @param rates requests per second by function, 0 or more
 * @param idle the node at rest; the model's figures where absent
 */
public record ForecastQuestion(
    String model, String nodeType, Map<String, Double> rates, Rest idle) {

  /**
   * A node's figures at rest, 0 or more; the model's where absent.
   *
   * @param cpuPercent CPU in percent of one core
   * @param ramBytes memory in use in bytes
   * @param ramPercent memory in use in percent of all
   * @param powerWatts power in watts
   */
  public record Rest(Double cpuPercent, Double ramBytes, Double ramPercent, Double powerWatts) {}
}
