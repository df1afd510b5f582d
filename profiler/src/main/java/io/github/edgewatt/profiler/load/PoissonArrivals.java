package io.github.edgewatt.profiler.load;

import java.util.SplittableRandom;

/**
 * A Poisson process: gap = -ln(1 - U) / rate with U uniform in [0, 1).
 *
 * <p>{@link SplittableRandom#nextLong} (SplitMix64) and {@link StrictMath} give the same times on
 * every machine and JDK.
 *
 * @param perSecond mean requests/s
 * @param seed of the random numbers
 */
record PoissonArrivals(double perSecond, long seed) implements Arrivals {
  PoissonArrivals {
    if (!(perSecond > 0 && perSecond <= ConstantArrivals.MAX_PER_SECOND)) {
      throw new IllegalArgumentException(
          "rate " + perSecond + " is not between 0 and 10000000 requests/s");
    }
  }

  @Override
  public Cursor cursor() {
    SplittableRandom random = new SplittableRandom(seed);
    double meanGapNanos = 1e9 / perSecond;
    return new Cursor() {
      private double nanos;

      @Override
      public long nextNanos() {
        double uniform = (random.nextLong() >>> 11) * 0x1.0p-53;
        nanos -= StrictMath.log(1 - uniform) * meanGapNanos;
        return (long) nanos;
      }
    };
  }
}
