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
  private final ScalingMemory before;
  private final Instant now;
  private final Map<String, Instant> changed = new HashMap<>();
  private final Map<String, Instant> low = new HashMap<>();

  Cooling(SnapshotIndex index, Pace pace, ScalingMemory before) {
    this.index = index;
    this.pace = pace;
    this.before = before;
    now = index.snapshot().at();
    before
        .changed()
        .forEach(
            (key, at) -> {
              if (Duration.between(at, now).compareTo(pace.longest()) < 0) {
                // A clock that was set back must not make a rest longer than it is.
                changed.put(key, at.isAfter(now) ? now : at);
              }
            });
  }

  /** Whether a replica may be added: no change within the rest. */
  boolean mayRise(int function, int zone) {
    return changed.isEmpty() || rested(key(function, zone), pace.restUp());
  }

  /**
   * Notes that pressure is low; whether a replica may go: low long enough, and no change within the
   * rest.
   */
  boolean mayFall(int function, int zone) {
    String key = key(function, zone);
    Instant since = before.low().getOrDefault(key, now);
    since = since.isAfter(now) ? now : since;
    low.put(key, since);
    return Duration.between(since, now).compareTo(pace.steady()) >= 0
        && rested(key, pace.restDown());
  }

  /** Notes a change. */
  void change(int function, int zone) {
    changed.put(key(function, zone), now);
  }

  ScalingMemory next() {
    return new ScalingMemory(changed, low);
  }

  private boolean rested(String key, Duration rest) {
    Instant at = changed.get(key);
    return at == null || Duration.between(at, now).compareTo(rest) >= 0;
  }

  private String key(int function, int zone) {
    return index.functions().get(function) + " " + index.zones().get(zone);
  }
}
