package io.github.edgewatt.cluster.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what could not be taken, and tells of it while it is new. Safe from several threads. */
final class Tally {
  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
  private static final Duration NEW = Duration.ofSeconds(60);

  private final Clock clock;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private volatile Instant lastUnreadable = Instant.MIN;
  private volatile Instant lastDropped = Instant.MIN;
  private volatile String why = "";

  Tally(Clock clock) {
    this.clock = clock;
  }

  void taken() {
    taken.incrementAndGet();
  }

  /** A message that cannot be read. */
  void unreadable(String channel, String reason) {
    Instant now = clock.instant();
    why = Text.shown(channel) + ": " + reason;
    if (lastUnreadable.isBefore(now.minus(NEW))) {
      // One a minute at most, however many there are.
      LOG.warn("passed over a message in {}", why);
    }
    lastUnreadable = now;
    unreadable.incrementAndGet();
  }

  /** A message that came faster than they are read, or is too large. */
  void dropped() {
    lastDropped = clock.instant();
    dropped.incrementAndGet();
  }

  RedisSource.Counts counts() {
    return new RedisSource.Counts(taken.get(), unreadable.get(), dropped.get());
  }

  List<String> problems() {
    Instant since = clock.instant().minus(NEW);
    List<String> problems = new ArrayList<>();
    if (lastUnreadable.isAfter(since)) {
      problems.add(unreadable + " messages could not be read, last in " + why);
    }
    if (lastDropped.isAfter(since)) {
      problems.add(dropped + " messages were dropped: more came than are read, or too large");
    }
    return problems;
  }
}
