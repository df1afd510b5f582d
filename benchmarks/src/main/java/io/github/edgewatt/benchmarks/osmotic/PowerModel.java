package io.github.edgewatt.benchmarks.osmotic;

/**
 * Watts of a node over the use of its CPU: {@code idle + (max - idle)(2u - u^r)} (Fan, Weber and
 * Barroso, Power provisioning for a warehouse-sized computer, ISCA 2007).
 *
 * @param exponent r; 1 makes it a straight line
 */
record PowerModel(double idleWatts, double maxWatts, double exponent) {
  /** The watts at use {@code share}, 0 to 1. */
  double watts(double share) {
    double use = Math.min(Math.max(share, 0), 1);
    return idleWatts + (maxWatts - idleWatts) * (2 * use - Math.pow(use, exponent));
  }
}
