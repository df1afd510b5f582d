package io.github.edgewatt.profiler.load;

/**
 * A schedule as data: when each request is due. Endless; the plan's duration ends it. An
 * implementation keeps a cursor, so each run needs its own {@link Cursor}.
 */
public interface Arrivals {

  /** A fresh walk over the schedule. Equal for equal parameters and seed. */
  Cursor cursor();

  /** Walks over due times. */
  interface Cursor {
    /** The next due time in nanoseconds after the load's start; never decreasing. */
    long nextNanos();
  }
}
