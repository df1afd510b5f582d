package io.github.edgewatt.profiler.measure.host;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Puts the middle of a reading's time beside what was read. */
record Stamp(LongSupplier nanos) {

  /** Takes a value and when it was read. */
  interface Sink<T> {
    void append(long nanos, T value);
  }

  <T> void read(Supplier<T> reading, Sink<? super T> sink) {
    long before = nanos.getAsLong();
    T value = reading.get();
    long after = nanos.getAsLong();
    sink.append(before + (after - before) / 2, value);
  }
}
