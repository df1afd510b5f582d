package io.github.edgewatt.profiler.design;

/**
 * How much time a campaign has and what a measurement takes of it, deployment, warm-up, rest and
 * settle included.
 *
 * @param totalSeconds all the time, infinite for none
 * @param firstSeconds what a measurement with a fresh deployment is expected to take
 * @param againSeconds what a further one on the same deployment is expected to take
 */
public record Budget(double totalSeconds, double firstSeconds, double againSeconds) {
  /** Seconds from a start of processes to their first answer, on a busy small machine. */
  private static final double DEPLOY_SECONDS = 4;

  /** Seconds the baseline and the check that memory is flat take. */
  public static final double REST_SECONDS = 5;

  /** Seconds for the drain and for reading the counters. */
  private static final double CLOSE_SECONDS = 1;

  /** Readings of the counters that a rest takes at least. */
  private static final double REST_SAMPLES = 4;

  /** Readings before and after a window, and the one that is waited for. */
  private static final double WINDOW_SAMPLES = 3;

  /** From this interval on readings are so rare that a measurement waits for them. */
  private static final double SELDOM_SECONDS = 1;

  /** The budget of a plan whose counters are read all the time; all times in seconds. */
  public static Budget of(
      double totalSeconds, double windowSeconds, double settleSeconds, double warmupSeconds) {
    return of(totalSeconds, windowSeconds, settleSeconds, warmupSeconds, 0);
  }

  /**
   * The budget of a plan whose times are all in seconds.
   *
   * @param sampleSeconds how often counters are read
   */
  public static Budget of(
      double totalSeconds,
      double windowSeconds,
      double settleSeconds,
      double warmupSeconds,
      double sampleSeconds) {
    double rest = Math.max(REST_SECONDS, REST_SAMPLES * sampleSeconds);
    double margins = sampleSeconds < SELDOM_SECONDS ? 0 : WINDOW_SAMPLES * sampleSeconds;
    double again = rest + settleSeconds + margins + windowSeconds + CLOSE_SECONDS;
    return new Budget(totalSeconds, DEPLOY_SECONDS + warmupSeconds + again, again);
  }

  /**
   * The smallest total that would do: every function alone at the maximum, and one mix where there
   * are mixes.
   */
  public double smallestSeconds(DesignPlan plan) {
    return (plan.functions().size() + (plan.combine() > 1 ? 1 : 0)) * firstSeconds;
  }

  /** Expected seconds of a plan's whole grid, nothing pruned. */
  public double gridSeconds(DesignPlan plan) {
    double deployments = plan.functions().size() + Grid.combinationsOf(plan).doubleValue();
    return Grid.measurements(plan) * againSeconds + deployments * (firstSeconds - againSeconds);
  }

  /** What the next measurement will take: what they took on average so far, or the expectation. */
  double nextSeconds(History history) {
    int measured = history.rows().size();
    return measured == 0 ? firstSeconds : history.elapsedSeconds() / measured;
  }

  /** Whether one more measurement is expected to end within the budget. */
  boolean fits(History history) {
    return history.elapsedSeconds() + nextSeconds(history) <= totalSeconds;
  }
}
