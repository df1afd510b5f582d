package io.github.edgewatt.profiler.load;

import java.time.Duration;

/**
 * A schedule as data: when each request is due. Endless; the plan's duration ends it. An
 * implementation keeps a cursor, so each run needs its own {@link Cursor}.
 */
public interface Arrivals {

  /** A due time that never comes: what a schedule without further requests answers. */
  long NEVER = Long.MAX_VALUE;

  /** A fresh walk over the schedule. Equal for equal parameters and seed. */
  Cursor cursor();

  /** Walks over due times. */
  interface Cursor {
    /** The next due time in nanoseconds after the load's start; never decreasing. */
    long nextNanos();
  }

  /**
   * A fixed rate; request i is due at {@code 1e9 * i / rate}, computed from i, so no error adds up.
   *
   * @param perSecond 0.001 to 10,000,000 requests/s, with at most three decimals
   * @throws IllegalArgumentException when the rate is out of range
   */
  static Arrivals constant(double perSecond) {
    return ConstantArrivals.of(perSecond);
  }

  /**
   * Independent users: exponential gaps with mean {@code 1 / perSecond}, by inverse transform.
   *
   * @throws IllegalArgumentException when the rate is out of range
   */
  static Arrivals poisson(double perSecond, long seed) {
    return new PoissonArrivals(perSecond, seed);
  }

  /**
   * A rate that changes linearly over a time, then stays.
   *
   * @param from requests/s at the start, 0 or more
   * @param to requests/s at the end, 0 or more
   * @throws IllegalArgumentException when a rate is out of range or the time is not positive
   */
  static Arrivals ramp(double from, double to, Duration over) {
    return new RampArrivals(from, to, over.toNanos());
  }

  /** No requests at all: a deployed function that idles. */
  static Arrivals none() {
    return () -> () -> NEVER;
  }
}
