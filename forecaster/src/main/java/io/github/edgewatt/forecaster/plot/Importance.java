package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How much each feature matters for a target.
 *
 * @param target its name
 * @param features their names
 * @param share of the whole, from 0 to 1; negative ones count as 0, not finite ones are left out
 */
public record Importance(String target, List<String> features, double[] share) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public Importance {
    requireNonNull(target, "target is null");
    features = List.copyOf(features);
    Lengths.same("share", share.length, "features", features.size());
    share = share.clone();
  }
}
