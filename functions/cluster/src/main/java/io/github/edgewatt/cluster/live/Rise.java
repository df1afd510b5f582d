package io.github.edgewatt.cluster.live;

/**
 * How much counters rose, and from when to when that is known.
 *
 * @param amount in the counters' unit
 * @param began in nanoseconds since 1970
 * @param ended likewise
 */
record Rise(double amount, long began, long ended) {
  /** Not known. */
  static final Rise NONE = new Rise(0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** Of both together: over the time from the first's beginning to the last's end. */
  Rise plus(Rise other) {
    return new Rise(
        amount + other.amount, Math.min(began, other.began), Math.max(ended, other.ended));
  }

  /** Mean per nanosecond: of a counter of CPU nanoseconds, in cores; or NaN. */
  double perNano() {
    return ended > began ? amount / (ended - began) : Double.NaN;
  }
}
