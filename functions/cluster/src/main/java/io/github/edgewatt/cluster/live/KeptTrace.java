package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.Trace;
import java.util.Comparator;

/**
 * A trace and whom its server's address was when it came.
 *
 * @param done when the answer was there, in nanoseconds since 1970
 * @param trace without its client's zone; zone and pod as far as they were known
 * @param server the address or name of the pod that served it
 */
record KeptTrace(long done, Trace trace, String server) {
  /** By when they were answered; those of which all is the same are one. */
  static final Comparator<KeptTrace> ORDER =
      Comparator.comparingLong(KeptTrace::done)
          .thenComparing(one -> one.trace.sent())
          .thenComparing(one -> one.trace.client())
          .thenComparing(one -> one.trace.function())
          .thenComparing(KeptTrace::server);
}
