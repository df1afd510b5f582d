package io.github.edgewatt.scaling.lead;

import io.github.edgewatt.scaling.lead.LeaseStore.Held;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Competes for a Lease, one attempt at a time. Another's Lease counts as ended when it has not
 * changed for its whole duration by this machine's own clock: the times that stand in it are of
 * other machines' clocks, which may be wrong.
 */
final class Election {
  private final LeaseStore store;
  private final LeaseOptions options;
  private final LongSupplier nanos;
  private String seenVersion = "";
  private long seenNanos;
  private volatile boolean held;
  private volatile long renewedNanos;
  private volatile String holder = "";

  Election(LeaseStore store, LeaseOptions options, LongSupplier nanos) {
    this.store = store;
    this.options = options;
    this.nanos = nanos;
  }

  /** Renews the Lease, or takes it where nobody holds it. */
  synchronized void attempt() {
    long asked = nanos.getAsLong();
    Optional<Held> found = store.read();
    holder = found.map(Held::holder).orElse("");
    boolean mine = holder.equals(options.identity());
    if (!mine) {
      held = false;
      if (found.isPresent() && !free(found.get(), asked)) {
        return;
      }
    }
    store.write(found, options.identity());
    holder = options.identity();
    // From when it was asked for: it may have been written at once.
    renewedNanos = asked;
    held = true;
  }

  private boolean free(Held other, long now) {
    if (other.holder().isEmpty()) {
      return true;
    }
    if (!other.version().equals(seenVersion)) {
      seenVersion = other.version();
      seenNanos = now;
      return false;
    }
    return now - seenNanos >= TimeUnit.SECONDS.toNanos(other.seconds());
  }

  /** Gives the Lease up, if this process holds it. */
  synchronized void giveUp() {
    if (held) {
      held = false;
      Optional<Held> found = store.read();
      if (found.isPresent() && found.get().holder().equals(options.identity())) {
        store.write(found, "");
      }
    }
  }

  /** Whether the Lease was renewed recently enough that nobody else can hold it. */
  boolean leading() {
    return held && nanos.getAsLong() - renewedNanos < options.deadline().toNanos();
  }

  /** Who held it when it was last looked at. */
  Optional<String> leader() {
    return Optional.of(holder).filter(one -> !one.isEmpty());
  }
}
