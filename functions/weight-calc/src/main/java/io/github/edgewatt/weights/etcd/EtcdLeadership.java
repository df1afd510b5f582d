package io.github.edgewatt.weights.etcd;

import io.github.edgewatt.steering.loop.Leadership;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads while it holds a key in etcd that hangs on a lease. The lease is kept every third of its
 * time; counted from before it was last kept, so that this process stops leading no later than etcd
 * lets another one lead. Writes carry {@link #fence} besides: clocks alone prove nothing.
 */
public final class EtcdLeadership implements Leadership {
  private static final Logger LOG = LoggerFactory.getLogger(EtcdLeadership.class);
  private static final int STEPS_A_LEASE = 3;
  private static final long STOP_SECONDS = 5;

  private final Election election;
  private final String key;
  private final String name;
  private final Duration lease;
  private final LongSupplier nanos;
  private final ScheduledExecutorService executor;
  private volatile Lead lead;
  private volatile Optional<String> leader = Optional.empty();
  private volatile Optional<String> problem = Optional.of("who leads was not asked yet");

  /** A lead that was ours, and up to when it certainly is. */
  private record Lead(long lease, Fence fence, long untilNanos) {}

  /**
   * @param name this process among all; unique
   * @param lease whole seconds, 2 or more
   */
  EtcdLeadership(Election election, String key, String name, Duration lease, LongSupplier nanos) {
    this.election = election;
    this.key = key;
    this.name = name;
    this.lease = lease;
    this.nanos = nanos;
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "leadership");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to look for the lead. */
  public void start() {
    var unused =
        executor.scheduleWithFixedDelay(
            this::step, 0, lease.toNanos() / STEPS_A_LEASE, TimeUnit.NANOSECONDS);
  }

  /** Keeps the lead, or takes it where nobody has it. */
  void step() {
    try {
      if (lead == null || !kept()) {
        campaign();
      }
      problem = Optional.empty();
    } catch (RuntimeException e) {
      Optional<String> why = Optional.of(String.valueOf(e.getMessage()));
      if (!problem.equals(why)) {
        LOG.warn("who leads is not certain: {}", why.get());
      }
      problem = why;
    }
  }

  /** Whether the lead is ours again: also after an outage, where the lease outlived it. */
  private boolean kept() {
    Lead ours = lead;
    long began = nanos.getAsLong();
    if (election.keep(ours.lease)
        && election
            .holder(key)
            .filter(one -> one.createRevision() == ours.fence.createRevision())
            .isPresent()) {
      lead = new Lead(ours.lease, ours.fence, began + lease.toNanos());
      return true;
    }
    lead = null;
    LOG.warn("this process does not lead any more: its lease ended");
    return false;
  }

  private void campaign() {
    Optional<Election.Holder> holder = election.holder(key);
    leader = holder.map(Election.Holder::name);
    if (holder.isPresent()) {
      return;
    }
    long began = nanos.getAsLong();
    long granted = election.grant(lease);
    Optional<Long> revision = election.take(key, name, granted);
    if (revision.isEmpty()) {
      election.revoke(granted);
      leader = election.holder(key).map(Election.Holder::name);
      return;
    }
    lead = new Lead(granted, new Fence(key, revision.get()), began + lease.toNanos());
    leader = Optional.of(name);
    LOG.info("this process leads: {}", name);
  }

  @Override
  public boolean leading() {
    return fence().isPresent();
  }

  /** What a write has to compare; empty where this process does not certainly lead. */
  public Optional<Fence> fence() {
    Lead ours = lead;
    return ours != null && nanos.getAsLong() - ours.untilNanos < 0
        ? Optional.of(ours.fence)
        : Optional.empty();
  }

  @Override
  public Optional<String> leader() {
    return leader;
  }

  /** This process among all. */
  public String name() {
    return name;
  }

  /** Why nobody knows who leads; empty where that is known. */
  public Optional<String> problem() {
    return problem;
  }

  /** Gives the lease back, so that another process need not await its end. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      boolean unused = executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Lead ours = lead;
    lead = null;
    if (ours != null) {
      try {
        election.revoke(ours.lease);
      } catch (EtcdException e) {
        LOG.debug("the lease was not given back, it ends by itself: {}", e.getMessage());
      }
    }
  }
}
