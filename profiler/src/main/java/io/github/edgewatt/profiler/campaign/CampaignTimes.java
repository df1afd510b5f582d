package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.load.Arrivals;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The times of a campaign and of its requests.
 *
 * @param window length of a measurement
 * @param settle load before the window
 * @param warmup load on a fresh deployment
 * @param restTimeout longest rest before a measurement
 * @param budgetSeconds time for the whole run, infinite for none
 * @param arrivals how requests are spaced
 * @param maxRate highest rate of the plan, requests per second; bounds open requests
 */
public record CampaignTimes(
    Duration window,
    Duration settle,
    Duration warmup,
    Duration restTimeout,
    double budgetSeconds,
    ArrivalPattern arrivals,
    int maxRate) {

  /** How requests are spaced. */
  public sealed interface ArrivalPattern {

    /**
     * The schedule of a rate.
     *
     * @param perSecond requests per second, above 0
     * @param measurement number of the measurement
     * @param function number of the function in it: random schedules differ by both
     */
    Arrivals of(int perSecond, int measurement, int function);
  }

  /** Equal distances. */
  public record Constant() implements ArrivalPattern {
    @Override
    public Arrivals of(int perSecond, int measurement, int function) {
      return Arrivals.constant(perSecond);
    }
  }

  /**
   * Exponential distances.
   *
   * @param seed of the run
   */
  public record Poisson(long seed) implements ArrivalPattern {
    @Override
    public Arrivals of(int perSecond, int measurement, int function) {
      long ofMeasurement = new SplittableRandom(seed).nextLong() + measurement;
      long ofFunction = new SplittableRandom(ofMeasurement).nextLong() + function;
      return Arrivals.poisson(perSecond, new SplittableRandom(ofFunction).nextLong());
    }
  }
}
