package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.tuning.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A round's view of the memory: what still rests, what is low and since when, what is next. */
final class Cooling {
  private final SnapshotIndex index;
  private final Pace pace;
  private final Instant now;

  /** By f x zones + zone; null where there is none. */
  private final Instant[] changed;

  private final Instant[] lowBefore;
  private final Instant[] low;

  /** Changes of functions and zones that are not there just now. */
  private final Map<String, Instant> others = new HashMap<>();

  Cooling(SnapshotIndex index, Pace pace, ScalingMemory before) {
    this.index = index;
    this.pace = pace;
    now = index.snapshot().at();
    changed =
        CellTimes.on(
            index,
            before.changed(),
            (key, at) -> {
              if (fresh(at)) {
                others.put(key, notLater(at));
              }
            });
    for (int cell = 0; cell < changed.length; cell++) {
      Instant at = changed[cell];
      // A clock that was set back must not make a rest longer than it is.
      changed[cell] = at != null && fresh(at) ? notLater(at) : null;
    }
    lowBefore = CellTimes.on(index, before.low(), (key, at) -> {});
    low = new Instant[changed.length];
  }

  private boolean fresh(Instant at) {
    return Duration.between(at, now).compareTo(pace.longest()) < 0;
  }

  private Instant notLater(Instant at) {
    return at.isAfter(now) ? now : at;
  }

  /** Whether a replica may be added: no change within the rest. */
  boolean mayRise(int function, int zone) {
    return rested(cell(function, zone), pace.restUp());
  }

  /**
   * Notes that pressure is low; whether a replica may go: low long enough, and no change within the
   * rest.
   */
  boolean mayFall(int function, int zone) {
    int cell = cell(function, zone);
    Instant since = lowBefore[cell] == null ? now : notLater(lowBefore[cell]);
    low[cell] = since;
    return Duration.between(since, now).compareTo(pace.steady()) >= 0
        && rested(cell, pace.restDown());
  }

  /** Notes a change. */
  void change(int function, int zone) {
    changed[cell(function, zone)] = now;
  }

  /** For the next round; nothing may be noted any more. */
  ScalingMemory next() {
    return new ScalingMemory(
        new CellTimes(index, changed, others), new CellTimes(index, low, Map.of()));
  }

  private boolean rested(int cell, Duration rest) {
    Instant at = changed[cell];
    return at == null || Duration.between(at, now).compareTo(rest) >= 0;
  }

  private int cell(int function, int zone) {
    return function * index.zones().size() + zone;
  }
}
