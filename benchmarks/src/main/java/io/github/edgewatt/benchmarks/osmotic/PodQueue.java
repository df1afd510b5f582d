package io.github.edgewatt.benchmarks.osmotic;

/**
 * A pod as a queue: requests come at random, share its CPU equally, and are turned down where
 * {@code most} are in it. Means and losses of M/G/1/K processor sharing are those of M/M/1/K: they
 * do not depend on how service times are distributed (Kelly, Reversibility and stochastic networks,
 * 1979, section 3.3).
 *
 * @param lossShare the share of requests turned down, 0 to 1
 * @param responseSeconds the mean time in it of the others; NaN where it serves none
 */
record PodQueue(double lossShare, double responseSeconds) {
  private static final double NEAR_ONE = 1e-6;

  /**
   * {@code p_n = (1 - rho) rho^n / (1 - rho^(K + 1))}, the loss is p_K, the mean number L = sum of
   * n p_n, and the mean time W = L / (arrivals (1 - p_K)) by Little's law.
   *
   * @param arrivals requests a second, 0 or more
   * @param rate requests a second that it can serve; 0 or more
   * @param most K, 1 or more
   */
  static PodQueue of(double arrivals, double rate, int most) {
    if (!(rate > 0)) {
      return new PodQueue(1, Double.NaN);
    }
    double rho = arrivals / rate;
    if (rho < NEAR_ONE) {
      return new PodQueue(0, 1 / rate);
    }
    double loss;
    double mean;
    if (Math.abs(rho - 1) < NEAR_ONE) {
      loss = 1.0 / (most + 1);
      mean = most / 2.0;
    } else if (rho < 1) {
      double power = Math.pow(rho, most + 1);
      loss = (1 - rho) * Math.pow(rho, most) / (1 - power);
      mean = rho / (1 - rho) - (most + 1) * power / (1 - power);
    } else {
      // The same formulas over rho^(K + 1), which would overflow.
      double power = Math.pow(rho, -(most + 1));
      loss = (1 - 1 / rho) / (1 - power);
      mean = (most + 1) / (1 - power) - rho / (rho - 1);
    }
    return new PodQueue(loss, mean / (arrivals * (1 - loss)));
  }
}
