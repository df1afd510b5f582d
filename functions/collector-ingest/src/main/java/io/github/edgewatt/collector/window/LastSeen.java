package io.github.edgewatt.collector.window;

import io.github.edgewatt.collector.event.Identifiers;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bitstreams in use in the last minute: an identifier lives until one minute after the last
 * event that named it. Bounded: where there is no room for another, the one seen longest ago goes.
 * Not for use by several threads.
 */
final class LastSeen {
  static final long WINDOW_MILLIS = 60_000;

  /** With each event of a flood of new identifiers all of these are looked at. */
  static final int MOST_IDS = 64;

  private static final class Seen {
    private long atMillis;
  }

  private final Map<String, Seen> seen = new HashMap<>();
  private int jsonBytes;
  private long evicted;

  void add(String id, long atMillis, long nowMillis) {
    if (expired(atMillis, nowMillis)) {
      return;
    }
    Seen known = seen.get(id);
    if (known == null) {
      known = new Seen();
      known.atMillis = atMillis;
      seen.put(id, known);
      jsonBytes += Identifiers.jsonBytes(id);
      makeRoom(nowMillis);
    } else if (atMillis > known.atMillis) {
      known.atMillis = atMillis;
    }
  }

  /** When each was last seen, of those that count; sorted by name. */
  NavigableMap<String, Long> alive(long nowMillis) {
    expire(nowMillis);
    NavigableMap<String, Long> alive = new TreeMap<>();
    seen.forEach((id, last) -> alive.put(id, last.atMillis));
    return alive;
  }

  /** How many had to go before their time. */
  long evicted() {
    return evicted;
  }

  private void makeRoom(long nowMillis) {
    if (full()) {
      expire(nowMillis);
    }
    while (full()) {
      Map.Entry<String, Seen> oldest = null;
      for (Map.Entry<String, Seen> entry : seen.entrySet()) {
        if (oldest == null || entry.getValue().atMillis < oldest.getValue().atMillis) {
          oldest = entry;
        }
      }
      jsonBytes -= Identifiers.jsonBytes(oldest.getKey());
      seen.remove(oldest.getKey());
      evicted++;
    }
  }

  private boolean full() {
    return seen.size() > MOST_IDS || jsonBytes > Identifiers.MOST_JSON_BYTES;
  }

  private void expire(long nowMillis) {
    for (Iterator<Map.Entry<String, Seen>> all = seen.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Seen> entry = all.next();
      if (expired(entry.getValue().atMillis, nowMillis)) {
        jsonBytes -= Identifiers.jsonBytes(entry.getKey());
        all.remove();
      }
    }
  }

  private static boolean expired(long atMillis, long nowMillis) {
    return atMillis < nowMillis - WINDOW_MILLIS
        || atMillis > nowMillis + SumWindow.MOST_AHEAD_MILLIS;
  }
}
