package io.github.edgewatt.weights.policy;

import java.util.Arrays;
import java.util.List;

/**
 * How one zone's gateway splits the requests of one function.
 *
 * @param function the function, dashes written as underscores
 * @param zone the zone
 * @param addresses {@code IP:port} of pods in the zone, then of other zones' gateways; never empty
 * @param weights one for each address, 0 or more and not all 0; not to be written to
 */
public record ZoneWeights(String function, String zone, List<String> addresses, int[] weights) {
  public ZoneWeights {
    if (addresses.isEmpty() || addresses.size() != weights.length) {
      throw new IllegalArgumentException(
          function
              + " in "
              + zone
              + ": "
              + addresses.size()
              + " addresses and "
              + weights.length
              + " weights");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ZoneWeights that
        && function.equals(that.function)
        && zone.equals(that.zone)
        && addresses.equals(that.addresses)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * addresses.hashCode() + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return function + " in " + zone + ": " + addresses + " " + Arrays.toString(weights);
  }
}
