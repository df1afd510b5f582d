package io.github.edgewatt.cluster.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Windows of samples by id. Samples of ids that nobody knows yet wait in windows of their own: as
 * many as may be, the one least recently added to goes first. Not safe for several threads.
 */
final class Series {
  private final LiveOptions options;
  private final Clock clock;
  private final Drops drops;
  private final int mostWaiting;
  private final Map<String, SampleWindow> known = new HashMap<>();
  private final LinkedHashMap<String, SampleWindow> waiting = new LinkedHashMap<>(16, 0.75f, true);

  Series(LiveOptions options, Clock clock, Drops drops, int mostWaiting) {
    this.options = options;
    this.clock = clock;
    this.drops = drops;
    this.mostWaiting = mostWaiting;
  }

  /** Adds a sample, unless its time or value is out of bounds. */
  void add(String id, Instant at, double value, double most) {
    Instant now = clock.instant();
    Instant oldest = now.minus(options.telemetryWindow());
    if (!(value >= 0 && value <= most)) {
      drops.count(Drop.SENSELESS);
    } else if (at.isBefore(oldest)) {
      drops.count(Drop.TOO_OLD);
    } else if (at.isAfter(now.plus(options.skew()))) {
      drops.count(Drop.IN_THE_FUTURE);
    } else {
      SampleWindow window = known.get(id);
      if (window == null) {
        window = waiting.computeIfAbsent(id, unknown -> new SampleWindow());
      }
      window.add(Times.nanos(at), value, Times.nanos(oldest), options.mostSamples(), drops);
      forgetWaiting(Times.nanos(oldest));
    }
  }

  private void forgetWaiting(long oldest) {
    var eldest = waiting.entrySet().iterator();
    while (eldest.hasNext()) {
      SampleWindow window = eldest.next().getValue();
      if (waiting.size() <= mostWaiting && window.newest() >= oldest) {
        return;
      }
      drops.count(Drop.NEVER_KNOWN, window.size());
      eldest.remove();
    }
  }

  /** From now on this id is known. */
  void claim(String id) {
    if (!known.containsKey(id)) {
      SampleWindow waited = waiting.remove(id);
      known.put(id, waited == null ? new SampleWindow() : waited);
    }
  }

  /** From now on this id is not known; its samples go. */
  void forget(String id) {
    known.remove(id);
  }

  /** The mean of a gauge over {@code lookback} before {@code to}; or NaN. */
  double mean(String id, Instant to, Duration lookback) {
    SampleWindow window = known.get(id);
    return window == null
        ? Double.NaN
        : window.mean(Times.nanos(to.minus(lookback)), Times.nanos(to));
  }

  /** The rise of a counter, likewise. */
  Rise rise(String id, Instant to, Duration lookback) {
    SampleWindow window = known.get(id);
    return window == null
        ? Rise.NONE
        : window.rise(Times.nanos(to.minus(lookback)), Times.nanos(to));
  }

  /** How many samples there are in all. */
  long samples() {
    long samples = 0;
    for (SampleWindow window : known.values()) {
      samples += window.size();
    }
    for (SampleWindow window : waiting.values()) {
      samples += window.size();
    }
    return samples;
  }
}
