package io.github.edgewatt.scoring.power.cache;

import java.time.Duration;

/**
 * How a {@link CachingPredictor} answers.
 *
 * @param deadline how long a caller waits at most
 * @param timeout how long a server may take until its answer is given up; later than the deadline,
 *     as a late answer still serves the next caller
 * @param keep how long an answer is used; from 4/5 of it on it is asked again in passing
 * @param cpuSteps into how many parts full CPU use is cut, see {@link Row}
 * @param climateSteps into how many parts a normalised temperature's range is cut
 * @param celsiusSteps into how many parts a degree is cut
 * @param mostRows how many combinations of source and temperatures are kept
 * @param failuresToPause after how many failures in a row a source is left alone
 * @param pause for how long
 */
public record PredictorOptions(
    Duration deadline,
    Duration timeout,
    Duration keep,
    int cpuSteps,
    int climateSteps,
    int celsiusSteps,
    int mostRows,
    int failuresToPause,
    Duration pause) {
  /** 100 ms; 2 s; 15 min; steps of 0.01, 0.001 and 0.05 °C; 16,384 rows; 3 failures, 10 s. */
  public static final PredictorOptions DEFAULTS =
      new PredictorOptions(
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMinutes(15),
          100,
          1000,
          20,
          16_384,
          3,
          Duration.ofSeconds(10));

  private static final int MOST_STEPS = 10_000;

  public PredictorOptions {
    positive(deadline, "the deadline");
    positive(timeout, "the timeout");
    positive(keep, "the time answers are kept");
    positive(pause, "the pause");
    if (timeout.compareTo(deadline) < 0) {
      throw new IllegalArgumentException("the timeout is shorter than the deadline");
    }
    steps(cpuSteps, "CPU use");
    steps(climateSteps, "temperatures");
    steps(celsiusSteps, "a degree");
    if (mostRows < 1 || failuresToPause < 1) {
      throw new IllegalArgumentException("rows and failures are 1 or more");
    }
  }

  /** The same with another deadline; the timeout is never shorter. */
  public PredictorOptions withDeadline(Duration other) {
    Duration longer = timeout.compareTo(other) < 0 ? other : timeout;
    return new PredictorOptions(
        other,
        longer,
        keep,
        cpuSteps,
        climateSteps,
        celsiusSteps,
        mostRows,
        failuresToPause,
        pause);
  }

  /** The same with answers kept for another time. */
  public PredictorOptions withKeep(Duration other) {
    return new PredictorOptions(
        deadline,
        timeout,
        other,
        cpuSteps,
        climateSteps,
        celsiusSteps,
        mostRows,
        failuresToPause,
        pause);
  }

  private static void positive(Duration duration, String what) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is " + duration + ": give more than 0");
    }
  }

  private static void steps(int steps, String what) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "steps of " + what + ": 1 to " + MOST_STEPS + ", not " + steps);
    }
  }
}
