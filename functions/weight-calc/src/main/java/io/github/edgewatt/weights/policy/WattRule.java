package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/**
 * Weights by headroom per joule: the work at hand is split anew so that it takes few joules, and no
 * node is filled beyond the target use U. For a function in a zone, in cores:
 *
 * <pre>
 * O    = the cores that its requests from this zone take, wherever they are served
 * S    = the cores that its pods in this zone use, whoever asked them
 * K_i  = room of pod i: (U cores - what else its node does) * the function's part of the claims on it,
 *        at most U max(1, cores it asks for)
 * c_i  = (joules of one more request / the least of the zone)^s / near(node, gateway)
 * x    = {@link MeritOrder#fill} of 1.25 max(O, S) into K at costs c      weight_i = max(1, round(1000 x_i / sum x))
 * </pre>
 *
 * <p>The split does not depend on the one before, as O and what else nodes do do not: weights from
 * idle shares chase their own effect and swing at more than half load, these stay. It is made for a
 * quarter more work than there is, and a tenth of the room at least, as it must last until the next
 * round. Functions share a node in the proportion of their work, so that not all of them are sent
 * to the same one.
 *
 * <p>Joules never send requests to another zone. What exceeds 0.97 of a zone's room goes, in
 * proportion, to what its own nodes have beyond U and to what other zones have left, each times its
 * nearness; only to zones at least half as near as the nearest. A pod of unknown joules counts as
 * the zone's dearest; where none are known all cost the same, and room and nearness decide. Unknown
 * use counts as none.
 */
final class WattRule implements Rule {
  private final PolicySettings settings;

  WattRule(PolicySettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "watt";
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    return new WattRound(index, energy, settings);
  }
}
