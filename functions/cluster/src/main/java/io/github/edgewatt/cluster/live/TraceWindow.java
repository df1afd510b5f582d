package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Requests by when they were answered. Not safe for several threads. */
final class TraceWindow {
  private final LiveOptions options;
  private final Clock clock;
  private final Drops drops;
  private final TreeSet<KeptTrace> traces = new TreeSet<>(KeptTrace.ORDER);

  TraceWindow(LiveOptions options, Clock clock, Drops drops) {
    this.options = options;
    this.clock = clock;
    this.drops = drops;
  }

  /** Keeps one, if it is one to keep; whether it is. */
  boolean add(RequestTrace told, Servers.Server served) {
    Instant now = clock.instant();
    trim(now);
    Drop why = null;
    if (told.status() < 0) {
      why = Drop.TRACE_FAILED;
    } else if (told.status() != 200) {
      why = Drop.TRACE_NOT_OK;
    } else if (told.started() == null) {
      why = Drop.TRACE_WITHOUT_START;
    } else if (incomplete(told)) {
      why = Drop.SENSELESS;
    } else if (told.done().isBefore(told.sent())) {
      why = Drop.TRACE_SKEWED;
    } else if (told.done().isBefore(now.minus(options.traceWindow()))) {
      why = Drop.TOO_OLD;
    } else if (told.done().isAfter(now.plus(options.skew()))) {
      why = Drop.IN_THE_FUTURE;
    } else if (!traces.add(kept(told, served))) {
      why = Drop.DUPLICATE;
    }
    if (why != null) {
      drops.count(why);
      return false;
    }
    if (traces.size() > options.mostTraces()) {
      traces.pollFirst();
      drops.count(Drop.TOO_MANY_TRACES);
    }
    return true;
  }

  private static boolean incomplete(RequestTrace told) {
    return told.sent() == null
        || told.done() == null
        || told.function() == null
        || told.client() == null
        || told.server() == null;
  }

  private KeptTrace kept(RequestTrace told, Servers.Server served) {
    Trace trace =
        new Trace(
            told.sent(),
            told.function(),
            told.client(),
            "",
            served.zone(),
            served.pod(),
            Times.seconds(told.sent(), told.done()),
            networkMillis(told));
    return new KeptTrace(Times.nanos(told.done()), trace, told.server());
  }

  /** ((started - sent) + (done - ended)) 1000: how far apart the clocks are falls out. */
  private double networkMillis(RequestTrace told) {
    if (told.ended() == null) {
      return Double.NaN;
    }
    double millis =
        1000
            * (Times.seconds(told.sent(), told.started())
                + Times.seconds(told.ended(), told.done()));
    if (millis < 0) {
      drops.count(Drop.TRACE_SKEWED);
      return Double.NaN;
    }
    return millis;
  }

  private void trim(Instant now) {
    long oldest = Times.nanos(now.minus(options.traceWindow()));
    while (!traces.isEmpty() && traces.first().done() < oldest) {
      traces.pollFirst();
    }
  }

  /** Those answered within {@code lookback} before {@code to}, the first answered first. */
  List<KeptTrace> within(Instant to, Duration lookback) {
    trim(clock.instant());
    long from = Times.nanos(to.minus(lookback));
    long end = Times.nanos(to);
    return traces.stream().filter(one -> one.done() > from && one.done() <= end).toList();
  }

  int size() {
    return traces.size();
  }
}
