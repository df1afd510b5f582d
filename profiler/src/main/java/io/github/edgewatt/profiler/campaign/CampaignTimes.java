package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.load.Arrivals;
import java.time.Duration;

/**
 * The times of a campaign.
 *
 * @param window length of a measurement
 * @param settle load before the window
 * @param warmup load on a fresh deployment
 * @param restTimeout longest rest before a measurement
 * @param budgetSeconds time for the whole run, infinite for none
 * @param arrivals how requests are spaced
 */
public record CampaignTimes(
    Duration window,
    Duration settle,
    Duration warmup,
    Duration restTimeout,
    double budgetSeconds,
    ArrivalPattern arrivals) {

  /** How requests are spaced. */
  public sealed interface ArrivalPattern {

    /**
     * The schedule of a rate.
     *
     * @param perSecond requests per second, above 0
     * @param measurement number of the measurement, so that random schedules differ
     */
    Arrivals of(int perSecond, int measurement);
  }

  /** Equal distances. */
  public record Constant() implements ArrivalPattern {
    @Override
    public Arrivals of(int perSecond, int measurement) {
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
    public Arrivals of(int perSecond, int measurement) {
      return Arrivals.poisson(perSecond, seed * 1_000_003 + measurement * 101L + perSecond);
    }
  }
}
