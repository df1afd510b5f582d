package io.github.edgewatt.profiler.load;

/**
 * A linear ramp. With a = (to - from) / (2 T), the number of requests due until t is N(t) = from t
 * + a t^2; request i is due where N(t) = i. The root is taken as t = 2 i / (from + sqrt(from^2 + 4
 * a i)), which also holds for a = 0 and loses no digits for small a.
 *
 * @param from requests/s at the start
 * @param to requests/s from the end on
 * @param overNanos length of the ramp
 */
record RampArrivals(double from, double to, long overNanos) implements Arrivals {
  RampArrivals {
    if (!(from >= 0 && from <= ConstantArrivals.MAX_PER_SECOND)
        || !(to >= 0 && to <= ConstantArrivals.MAX_PER_SECOND)) {
      throw new IllegalArgumentException(
          "ramp " + from + " to " + to + " is not between 0 and 10000000 requests/s");
    }
    if (overNanos <= 0) {
      throw new IllegalArgumentException("a ramp takes more than no time");
    }
  }

  private double dueSeconds(long index) {
    double over = overNanos / 1e9;
    double inRamp = (from + to) / 2 * over;
    if (index > inRamp) {
      return over + (index - inRamp) / to;
    }
    double a = (to - from) / (2 * over);
    // below zero only by rounding, at the very end of a ramp down to 0
    double root = Math.sqrt(Math.max(0, from * from + 4 * a * index));
    return 2 * index / (from + root);
  }

  @Override
  public Cursor cursor() {
    return new Cursor() {
      private long index;

      @Override
      public long nextNanos() {
        if (from == 0 && to == 0) {
          return NEVER;
        }
        long i = index++;
        // the cast of an infinite time (ramp down to 0 and over) is NEVER
        return i == 0 ? 0 : (long) (dueSeconds(i) * 1e9);
      }
    };
  }
}
