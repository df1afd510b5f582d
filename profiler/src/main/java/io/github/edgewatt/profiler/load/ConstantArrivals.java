package io.github.edgewatt.profiler.load;

/**
 * Evenly spaced requests.
 *
 * @param perThousandSeconds the rate in thousandths of a request per second: an integer, so that
 *     due times are exact
 */
record ConstantArrivals(long perThousandSeconds) implements Arrivals {
  private static final long SECOND = 1_000_000_000L;
  static final double MAX_PER_SECOND = 10_000_000;

  static ConstantArrivals of(double perSecond) {
    if (!(perSecond >= 0.001 && perSecond <= MAX_PER_SECOND)) {
      throw new IllegalArgumentException(
          "rate " + perSecond + " is not between 0.001 and 10000000 requests/s");
    }
    long scaled = Math.round(perSecond * 1000);
    if (Math.abs(scaled - perSecond * 1000) > 1e-6 * scaled) {
      throw new IllegalArgumentException("rate " + perSecond + " has more than three decimals");
    }
    return new ConstantArrivals(scaled);
  }

  /** Time between two requests, rounded down. */
  long periodNanos() {
    return 1000 * SECOND / perThousandSeconds;
  }

  /**
   * Due time of a request: whole seconds and the rest apart, because {@code i * 1e12} would leave
   * the range of a long after nine million requests.
   */
  long dueNanos(long index) {
    long thousandths = Math.multiplyExact(index, 1000L);
    long seconds = thousandths / perThousandSeconds;
    long rest = thousandths % perThousandSeconds;
    // rest < 1e10, so in steps of a microsecond, then of a nanosecond, nothing overflows
    long micros = rest * 1_000_000 / perThousandSeconds;
    long microRest = rest * 1_000_000 % perThousandSeconds;
    return seconds * SECOND + micros * 1000 + microRest * 1000 / perThousandSeconds;
  }

  @Override
  public Cursor cursor() {
    return new Cursor() {
      private long index;

      @Override
      public long nextNanos() {
        return dueNanos(index++);
      }
    };
  }
}
