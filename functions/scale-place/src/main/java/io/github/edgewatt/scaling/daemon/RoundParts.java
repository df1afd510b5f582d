package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.apply.Orders;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.steering.events.EventChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a round works with.
 *
 * @param incomplete why the view of the cluster is not complete now; empty where it is
 * @param snapshots a snapshot as of an instant
 * @param energy what requests cost in a snapshot
 * @param policy decides
 * @param orders carries out
 * @param events publishes
 * @param record keeps what a round saw and did
 */
public record RoundParts(
    Supplier<Optional<String>> incomplete,
    Function<Instant, Snapshot> snapshots,
    Function<SnapshotIndex, EnergyPerRequest> energy,
    ScalingPolicy policy,
    Orders orders,
    EventChannel events,
    Consumer<RoundResult> record) {}
