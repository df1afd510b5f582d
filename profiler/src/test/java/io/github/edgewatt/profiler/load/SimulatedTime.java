package io.github.edgewatt.profiler.load;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that jumps to the next event, or to where a sleeper wants to be. */
final class SimulatedTime implements PaceClock {
  private record Event(long at, long number, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long nanos;
  private long number;

  /** How much each sleep oversleeps. */
  long oversleepNanos;

  @Override
  public long nanoTime() {
    return nanos;
  }

  void at(long when, Runnable action) {
    events.add(new Event(when, number++, action));
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    advanceTo(deadlineNanos + oversleepNanos);
  }

  /** Time passes while nobody sleeps: a pause of the machine. */
  void advanceTo(long when) {
    while (!events.isEmpty() && events.peek().at() <= when) {
      Event event = events.poll();
      nanos = Math.max(nanos, event.at());
      event.action().run();
    }
    nanos = Math.max(nanos, when);
  }
}
