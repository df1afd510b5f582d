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

  /** The budget of a plan whose times are all in seconds. */
  public static Budget of(
      double totalSeconds, double windowSeconds, double settleSeconds, double warmupSeconds) {
    double again = REST_SECONDS + settleSeconds + windowSeconds + CLOSE_SECONDS;
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
