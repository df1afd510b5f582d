package io.github.edgewatt.collector.window;

import io.github.edgewatt.collector.event.FpgaEvent;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import java.util.Optional;

/** The windows of one node. Events and readers come from several threads: one lock for all. */
public final class NodeWindows {
  /** What became of an event. */
  public enum Outcome {
    COUNTED,
    /** Older than the window: there is nothing it could count for. */
    LATE,
    /** These windows have been given up; ask {@link Nodes} for the node's new ones. */
    CLOSED
  }

  private final SumWindow usage = new SumWindow();
  private final SumWindow reconfiguration = new SumWindow();
  private final LastSeen lastSeen = new LastSeen();
  private Loaded loaded;
  private boolean closed;

  /** Counts an event. */
  public synchronized Outcome add(FpgaEvent event, long nowMillis) {
    long time = event.timestampMillis();
    if (closed) {
      return Outcome.CLOSED;
    }
    if (SumWindow.late(time, nowMillis)) {
      return Outcome.LATE;
    }
    (event.kind() == Kind.USAGE ? usage : reconfiguration).add(time, event.millis(), nowMillis);
    if (event.bitstream().isPresent()) {
      lastSeen.add(event.bitstream().get(), time, nowMillis);
    }
    if (event.loaded().isPresent()) {
      load(new Loaded(event.loaded().get(), time), nowMillis);
    }
    return Outcome.COUNTED;
  }

  /** Adds what counted before a restart, as far as it still does. */
  public synchronized void restore(Snapshot before, long nowMillis) {
    before.usage().forEach(one -> usage.add(one.startMillis(), one.sum(), nowMillis));
    before
        .reconfiguration()
        .forEach(one -> reconfiguration.add(one.startMillis(), one.sum(), nowMillis));
    before.lastSeen().forEach((id, at) -> lastSeen.add(id, at, nowMillis));
    before.loaded().ifPresent(told -> load(told, nowMillis));
  }

  /** All that counts. */
  public synchronized Snapshot snapshot(long nowMillis) {
    return new Snapshot(
        usage.buckets(nowMillis),
        reconfiguration.buckets(nowMillis),
        lastSeen.alive(nowMillis),
        Optional.ofNullable(loaded));
  }

  /** How many bitstreams had to go before their time, for want of room. */
  public synchronized long evicted() {
    return lastSeen.evicted();
  }

  /** Gives the windows up where no time counts: no event is lost that comes at the same time. */
  synchronized boolean closeIfIdle(long nowMillis) {
    closed = closed || snapshot(nowMillis).isIdle();
    return closed;
  }

  // Told out of order, the later one holds; unless a clock that was ahead has told it.
  private void load(Loaded told, long nowMillis) {
    if (loaded == null
        || told.atMillis() >= loaded.atMillis()
        || loaded.atMillis() > nowMillis + SumWindow.MOST_AHEAD_MILLIS) {
      loaded = told;
    }
  }
}
