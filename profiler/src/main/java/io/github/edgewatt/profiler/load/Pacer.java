package io.github.edgewatt.profiler.load;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Sends one plan's requests on their absolute due times and never waits for an answer. Runs once,
 * on the calling thread.
 */
final class Pacer {
  /** Between opening the connections and the first request. */
  private static final long LEAD_NANOS = 2_000_000;

  /** Longest sleep: so often the pacer and the reactor are watched for pauses. */
  private static final long WATCH_NANOS = 20_000_000;

  private static final long DRAIN_POLL_NANOS = 1_000_000;

  private final LoadPlan plan;
  private final LoadTransport transport;
  private final PaceClock clock;
  private final PauseWatch watch;
  private final Schedule schedule;
  private final List<TargetTally> tallies;
  private final long timeoutNanos;

  /** Open requests in the order of their deadlines, ended ones swept out now and then. */
  private final ArrayDeque<Exchange> open = new ArrayDeque<>();

  private long start;
  private long windowStart;
  private long windowEnd;
  private long nextWatchNanos;

  Pacer(LoadPlan plan, LoadTransport transport, PaceClock clock) {
    this.plan = plan;
    this.transport = transport;
    this.clock = clock;
    watch = new PauseWatch(clock);
    schedule = new Schedule(plan.targets().stream().map(LoadTarget::arrivals).toList());
    tallies = plan.targets().stream().map(target -> new TargetTally(target.name())).toList();
    timeoutNanos = plan.responseTimeout().toNanos();
  }

  LoadResult run() throws InterruptedException {
    start = clock.nanoTime() + LEAD_NANOS;
    windowStart = start + plan.settle().toNanos();
    windowEnd = windowStart + plan.window().toNanos();
    long loadEnd = windowEnd + plan.tail().toNanos();
    nextWatchNanos = start;
    pace(windowStart);
    watch.reset();
    pace(windowEnd);
    long longestPause = watch.longestNanos();
    pace(loadEnd);
    drain(loadEnd + plan.drain().toNanos());
    return new LoadResult(
        windowStart, windowEnd, tallies.stream().map(TargetTally::result).toList(), longestPause);
  }

  /** Fires what is due before an end and returns at that end. */
  private void pace(long end) throws InterruptedException {
    long now = clock.nanoTime();
    while (now < end) {
      fireDue(Math.min(now + 1, end));
      long wake = Math.min(end, Math.min(expire(now), watchReactor(now)));
      wake = Math.min(wake, dueAt());
      now = sleep(wake, now);
    }
    // What became due while the last sleep overshot the end still belongs to it.
    fireDue(end);
  }

  private long dueAt() {
    long due = schedule.dueNanos();
    return due > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : start + due;
  }

  private void fireDue(long before) {
    for (long due = dueAt(); due < before; due = dueAt()) {
      TargetTally tally = tallies.get(schedule.target());
      boolean counted = due >= windowStart && due < windowEnd;
      if (counted) {
        tally.due();
      }
      if (tally.inFlight() < plan.maxInFlight()) {
        fire(tally, counted, due);
      } else if (counted) {
        tally.dropped();
      }
      schedule.advance();
    }
  }

  private void fire(TargetTally tally, boolean counted, long due) {
    long deadline = clock.nanoTime() + timeoutNanos;
    Exchange exchange = new Exchange(schedule.target(), tally, counted, due, deadline);
    open.add(exchange);
    transport.send(exchange);
    if (open.size() > 1024 && open.size() > 4 * inFlight()) {
      open.removeIf(Exchange::ended);
    }
  }

  private int inFlight() {
    int sum = 0;
    for (TargetTally tally : tallies) {
      sum += tally.inFlight();
    }
    return sum;
  }

  /** Ends requests that have waited too long; returns the next deadline. */
  private long expire(long now) {
    for (Exchange first = open.peek(); first != null; first = open.peek()) {
      if (!first.ended()) {
        if (first.deadlineNanos() > now) {
          return first.deadlineNanos();
        }
        if (first.timedOut()) {
          transport.abort(first);
        }
      }
      open.remove();
    }
    return Long.MAX_VALUE;
  }

  private long watchReactor(long now) {
    if (now >= nextWatchNanos) {
      nextWatchNanos = now + WATCH_NANOS;
      if (!watch.waiting()) {
        watch.asked();
        if (!transport.ping(watch)) {
          watch.withdrawn();
        }
      }
    }
    return nextWatchNanos;
  }

  /** Sleeps until a time and notes how much later than that (or than before) it is. */
  private long sleep(long wake, long before) throws InterruptedException {
    if (wake > clock.nanoTime()) {
      clock.parkUntil(wake);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("load stopped");
    }
    long now = clock.nanoTime();
    watch.pacerLate(now - Math.max(before, wake));
    return now;
  }

  private void drain(long end) throws InterruptedException {
    long now = clock.nanoTime();
    while (inFlight() > 0 && now < end) {
      long wake = Math.min(expire(now), Math.min(end, now + DRAIN_POLL_NANOS));
      now = sleep(wake, now);
    }
    for (Exchange exchange : open) {
      if (exchange.unfinished()) {
        transport.abort(exchange);
      }
    }
  }
}
