package io.github.edgewatt.scaling.daemon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the view of the cluster may be decided by: it is whole, and has been for one look-back.
 * Before that, requests nobody heard of look like requests nobody sent.
 */
public final class Watch {
  private final Supplier<Optional<String>> incomplete;
  private final Duration lookback;
  private final Clock clock;
  private Optional<Instant> whole = Optional.empty();

  /**
   * Has not looked yet.
   *
   * @param incomplete what the view lacks now; empty where it is whole
   */
  public Watch(Supplier<Optional<String>> incomplete, Duration lookback, Clock clock) {
    this.incomplete = incomplete;
    this.lookback = lookback;
    this.clock = clock;
  }

  /** Looks; why nothing may be decided now, empty where it may. An outage not looked at is none. */
  public synchronized Optional<String> missing() {
    Optional<String> lacks = incomplete.get();
    if (lacks.isPresent()) {
      whole = Optional.empty();
      return lacks;
    }
    Instant now = clock.instant();
    if (whole.isEmpty() || whole.get().isAfter(now)) {
      whole = Optional.of(now);
    }
    Duration since = Duration.between(whole.get(), now);
    return since.compareTo(lookback) >= 0
        ? Optional.empty()
        : Optional.of(
            "the cluster has been seen whole for "
                + since.toSeconds()
                + " s of the "
                + Math.max(1, lookback.toSeconds())
                + " s that are looked back");
  }
}
