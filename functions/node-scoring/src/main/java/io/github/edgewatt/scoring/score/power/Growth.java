package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.Watts;
import java.util.ArrayList;
import java.util.List;

/** One node that takes more and more equal pods. */
final class Growth {
  private final Load load;
  private final Demand demand;
  private final double requested;
  private final double eachRequests;

  /** Watts with 0, 1, 2, … pods, all of one origin. */
  private final List<Watts> chain = new ArrayList<>();

  private int placed;

  Growth(Load load, Demand demand, Pod pod) {
    this.load = load;
    this.demand = demand;
    this.eachRequests = pod.cpu().requested();
    this.requested =
        load.entry().pods().stream()
            .filter(other -> !other.uid().equals(pod.uid()))
            .mapToDouble(other -> other.cpu().requested())
            .sum();
  }

  String node() {
    return load.entry().node().name();
  }

  /**
   * Whether {@code count} pods fit: by what the node uses, and by what is requested of it, as a
   * scheduler counts.
   */
  boolean fits(int count) {
    double use = load.coresBefore() + count * demand.added();
    double requests = requested + count * eachRequests;
    return PowerPolicy.within(use, load.cores()) && PowerPolicy.within(requests, load.cores());
  }

  PowerQuestion question(int count, PowerRule rule) {
    return load.question(load.coresBefore() + count * demand.added(), rule);
  }

  /** How many states' watts are known. */
  int known() {
    return chain.size();
  }

  /** Adds the next state; false where its watts are not known or of another origin. */
  boolean add(Watts next) {
    boolean usable =
        Quotes.known(next) && (chain.isEmpty() || chain.get(0).origin() == next.origin());
    if (usable) {
      chain.add(next);
    }
    return usable;
  }

  /** What the next pod adds; NaN where it is not known. */
  double nextDelta() {
    return placed + 1 < chain.size()
        ? chain.get(placed + 1).watts() - chain.get(placed).watts()
        : Double.NaN;
  }

  int placed() {
    return placed;
  }

  void place() {
    placed++;
  }
}
