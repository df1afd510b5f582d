package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Order;
import io.github.edgewatt.scaling.apply.PodForm;
import io.github.edgewatt.scaling.events.ReadingEvents;
import io.github.edgewatt.scaling.events.ScaleSchedule;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round after the other: look, decide, carry out, publish. Nothing is decided while the view of
 * the cluster is not complete: a function without requests and a Redis that is away look the same.
 */
public final class ScalingRound implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ScalingRound.class);

  private static final int MOST_TOLD = 1_000;

  private final RoundParts parts;
  private final RoundOptions options;
  private final Clock clock;
  private final RoundCounts counts = new RoundCounts();
  private ScalingMemory memory = ScalingMemory.NONE;
  private Expected expected = Expected.NONE;
  private Set<String> refused = Set.of();
  private Optional<Instant> before = Optional.empty();
  private volatile Optional<String> waiting = Optional.empty();
  private volatile Optional<RoundResult> last = Optional.empty();

  public ScalingRound(RoundParts parts, RoundOptions options, Clock clock) {
    this.parts = parts;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public void run() {
    Optional<String> missing = parts.incomplete().get();
    if (missing.isPresent()) {
      if (waiting.isEmpty()) {
        LOG.warn("nothing is scaled meanwhile: {}", missing.get());
      }
      waiting = missing;
      counts.countSkipped();
      // What part of the view there is may show what earlier rounds did.
      expected = expected.after(parts.snapshots().apply(clock.instant()));
      return;
    }
    if (waiting.isPresent()) {
      LOG.info("the view is complete, scaling goes on");
      waiting = Optional.empty();
    }
    Instant at = clock.instant();
    forgetWhatWasNotWatched(at);
    Snapshot seen = parts.snapshots().apply(at);
    Snapshot snapshot = options.dryRun() ? seen : expected.correct(seen);
    expected = expected.after(seen);
    SnapshotIndex index = SnapshotIndex.of(snapshot);
    ScalingMemory remembered = memory;
    Outcome outcome = parts.policy().decide(index, parts.energy().apply(index), remembered);
    memory = outcome.memory();
    if (ReadingEvents.publish(outcome.readings(), at, options.mostReadings(), parts.events())) {
      counts.countCut();
    }
    List<Applied> applied = parts.orders().apply(orders(outcome, at));
    applied.forEach(one -> settle(one, index, at));
    memory = Undone.of(outcome.memory(), remembered, applied);
    tell(outcome.refusals());
    RoundResult result = new RoundResult(snapshot, remembered, outcome, applied);
    last = Optional.of(result);
    before = Optional.of(at);
    parts.record().accept(result);
  }

  /** Most refusals last for many rounds. */
  private void tell(List<String> refusals) {
    Set<String> now = refusals.stream().limit(MOST_TOLD).collect(Collectors.toSet());
    now.stream()
        .filter(why -> !refused.contains(why))
        .forEach(why -> LOG.info("not done: {}", why));
    refused = now;
  }

  /** A pressure that was low before an outage has not been seen to be low ever since. */
  private void forgetWhatWasNotWatched(Instant at) {
    Duration gap = options.interval().multipliedBy(3);
    if (before.isPresent() && Duration.between(before.get(), at).compareTo(gap) > 0) {
      memory = new ScalingMemory(memory.changed(), Map.of());
    }
  }

  private List<Order> orders(Outcome outcome, Instant at) {
    List<Order> orders = new ArrayList<>();
    for (Creation creation : outcome.creations()) {
      String identity = options.identity() + "/" + at.toEpochMilli() + "/" + orders.size();
      orders.add(new Order.Create(creation, identity));
    }
    outcome.removals().forEach(removal -> orders.add(new Order.Remove(removal)));
    return orders;
  }

  private void settle(Applied applied, SnapshotIndex index, Instant at) {
    Order order = applied.order();
    boolean creation = order instanceof Order.Create;
    counts.applied(creation, applied.done());
    if (applied.done()) {
      LOG.info("{}{}: {}", options.dryRun() ? "would do " : "", order.text(), reason(order));
    } else {
      LOG.warn("{} was not done: {}", order.text(), applied.failure().get());
    }
    parts
        .events()
        .publish(
            at,
            applied.done() ? ScaleSchedule.NAME : ScaleSchedule.FAILED,
            ScaleSchedule.of(applied, gateway(order, index), at, options.dryRun()));
    if (applied.done() && !options.dryRun()) {
      expected =
          order instanceof Order.Create create
              ? expected.with(made(create, applied, at))
              : expected.without(order.pod(), at);
    }
  }

  private static String reason(Order order) {
    return order instanceof Order.Create create
        ? create.creation().reason()
        : ((Order.Remove) order).removal().reason();
  }

  private static String gateway(Order order, SnapshotIndex index) {
    String zone =
        order instanceof Order.Create create ? create.creation().originZone() : order.pod().zone();
    int number = index.zone(zone);
    return number < 0 ? "" : index.gateway(number).map(Gateway::node).orElse("");
  }

  private static FunctionPod made(Order.Create order, Applied applied, Instant at) {
    FunctionPod like = order.pod();
    // What a Deployment will call its pod nobody knows yet.
    String name =
        applied.pod().isEmpty() ? applied.deployment() + "/" + order.identity() : applied.pod();
    return new FunctionPod(
        "expected/" + name,
        like.namespace(),
        name,
        like.function(),
        order.creation().zone(),
        "",
        "",
        like.port(),
        Phase.PENDING,
        like.requests(),
        like.container(),
        like.image(),
        PodForm.labels(order),
        applied.deployment(),
        at,
        Double.NaN,
        Double.NaN);
  }

  /** Why nothing is decided now; empty where the view was complete. */
  public Optional<String> waiting() {
    return waiting;
  }

  /** The last round that decided. */
  public Optional<RoundResult> last() {
    return last;
  }

  /** What was done so far. */
  public RoundCounts counts() {
    return counts;
  }
}
