package io.github.edgewatt.steering.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lines that wait, bounded in number and in characters; of too many the oldest are dropped. */
final class Pending {
  private static final int MOST_LINES = 65_536;
  private static final long MOST_CHARACTERS = 16L << 20;

  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private final int most;
  private long characters;
  private long dropped;

  Pending() {
    this(MOST_LINES);
  }

  Pending(int most) {
    this.most = most;
  }

  synchronized void add(String line) {
    lines.addLast(line);
    characters += line.length();
    while (lines.size() > most || characters > MOST_CHARACTERS) {
      characters -= lines.removeFirst().length();
      dropped++;
    }
    notifyAll();
  }

  /** The oldest ones; waits a while for the first. */
  synchronized List<String> take(int atMost, long waitMillis) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    for (long left = 1; lines.isEmpty() && left > 0; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(0, until - System.nanoTime()));
    }
    List<String> taken = new ArrayList<>();
    while (!lines.isEmpty() && taken.size() < atMost) {
      String line = lines.removeFirst();
      characters -= line.length();
      taken.add(line);
    }
    return taken;
  }

  synchronized boolean isEmpty() {
    return lines.isEmpty();
  }

  synchronized long dropped() {
    return dropped;
  }
}
