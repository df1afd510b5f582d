package io.github.edgewatt.benchmarks.osmotic;

/**
 * How a gateway splits one function's requests, until it is told anew.
 *
 * @param pods pods of its zone
 * @param podWeights one for each
 * @param podTotal their sum
 * @param zones other zones
 * @param zoneWeights one for each
 * @param total the sum of all weights
 */
record Route(
    Replica[] pods, int[] podWeights, long podTotal, int[] zones, int[] zoneWeights, long total) {
  /** Nothing to send to: the gateway answers 404. */
  static final Route NONE = new Route(new Replica[0], new int[0], 0, new int[0], new int[0], 0);
}
