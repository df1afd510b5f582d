package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.decision.Decider;
import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.etcd.Fence;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round each time it is run, on one thread; the rest may be asked from others. */
public final class WeightRounds implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WeightRounds.class);
  private static final int MOST_PROBLEMS = 20;

  private final Surroundings around;
  private final Decider decider;
  private final List<Listener> listeners;
  private final StaleKeys stale;
  private final Clock clock;
  private final Totals totals = new Totals();
  private WeightMemory memory = WeightMemory.NONE;
  private volatile Optional<LastRound> last = Optional.empty();

  /**
   * @param zones those of this process; empty for all
   * @param listeners told of each round, in this order
   */
  public WeightRounds(
      Surroundings around,
      Decider decider,
      Set<String> zones,
      List<Listener> listeners,
      Clock clock) {
    this.around = around;
    this.decider = decider;
    this.listeners = List.copyOf(listeners);
    stale = new StaleKeys(zones);
    this.clock = clock;
  }

  /**
   * A round; none while nothing can be measured, as weights made of no telemetry would replace
   * those that were made of some.
   *
   * @throws RuntimeException where etcd was not written fully; the rest was done
   */
  @Override
  public void run() {
    Fence fence = around.fence().orElseThrow(() -> new IllegalStateException("the lead was lost"));
    if (around.waiting().isPresent()) {
      return;
    }
    Optional<String> incomplete = around.missing();
    Decision decision = decider.decide(around.snapshot(clock.instant()), memory);
    memory = decision.round().memory();
    List<ZoneWeights> weights = decision.round().weights();
    Written written =
        around.write(
            fence,
            weights,
            stale.of(decision.index(), weights, incomplete.isEmpty(), around.listed()));
    List<String> problems = new ArrayList<>(decision.round().problems());
    problems.addAll(written.problems());
    for (Listener listener : listeners) {
      try {
        listener.round(decision, written);
      } catch (RuntimeException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    tell(decision, written, problems, incomplete);
    if (written.failure().isPresent()) {
      throw written.failure().get();
    }
  }

  private void tell(
      Decision decision, Written written, List<String> problems, Optional<String> incomplete) {
    totals.add(
        written.changed().size(), written.removed().size(), written.conflicts(), problems.size());
    SnapshotIndex index = decision.index();
    Snapshot snapshot = index.snapshot();
    LastRound round =
        new LastRound(
            snapshot.at(),
            snapshot.nodes().size(),
            snapshot.pods().size(),
            snapshot.gateways().size(),
            snapshot.traces().size(),
            index.functions().size(),
            index.zones().size(),
            decision.round().weights().size(),
            written.changed().size(),
            written.removed().size(),
            problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())),
            problems.size(),
            incomplete);
    List<String> before = last.map(LastRound::problems).orElse(List.of());
    round.problems().stream().filter(one -> !before.contains(one)).forEach(LOG::warn);
    LOG.debug(
        "{} pods of {} functions in {} zones: {} weighed, {} changed, {} removed",
        round.pods(),
        round.functions(),
        round.zones(),
        round.weights(),
        round.changed(),
        round.removed());
    last = Optional.of(round);
  }

  /** What the last round did; empty before the first. */
  public Optional<LastRound> last() {
    return last;
  }

  /** What all rounds did. */
  public Totals totals() {
    return totals;
  }
}
