package io.github.edgewatt.scaling.tuning;

import io.github.edgewatt.cluster.snapshot.Trace;

/** Which time of a request is looked at. */
public enum TimeMeasure {
  /** From sent to done. */
  RTT,
  /** What of it was spent on the way. */
  LATENCY;

  /** It of a trace, in milliseconds; NaN where it is not known or, as clocks differ, below 0. */
  public double millis(Trace trace) {
    double millis = this == RTT ? trace.responseSeconds() * 1000 : trace.networkMillis();
    return millis >= 0 && millis < Double.POSITIVE_INFINITY ? millis : Double.NaN;
  }
}
