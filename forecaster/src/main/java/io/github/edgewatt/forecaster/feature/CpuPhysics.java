package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a mix raises a node's CPU, from what its functions cost alone.
 *
 * <p>With k = cores / cores of the profiled node and r in hundreds of requests per second:
 *
 * <pre>
 *   x    = a k^b Σ e_f dem_f(r_f) + g k^c Σ e_f r_f^q     demand, percent of one core
 *   C    = max(c0 + c1 cores, 20)                          capacity over idle
 *   Δcpu = C z / (1 + z^p)^(1/p),  z = x / C               saturation
 * </pre>
 *
 * The first sum is the functions' own CPU, the second the platform's work for each request; the
 * last line bends demand smoothly into capacity.
 *
 * @param demandScale a
 * @param demandCores b
 * @param requestCost g, percent of one core at 100 requests per second
 * @param requestCores c
 * @param requestPower q
 * @param capacityBase c0, percent of one core
 * @param capacityPerCore c1, percent of one core
 * @param sharpness p, above 0
 * @param factors e_f by function; 1 for functions that are not in it
 */
public record CpuPhysics(
    double demandScale,
    double demandCores,
    double requestCost,
    double requestCores,
    double requestPower,
    double capacityBase,
    double capacityPerCore,
    double sharpness,
    Map<String, Double> factors) {
  static final double LEAST_CAPACITY = 20;
  private static final double HUNDREDS = 100;

  /** Where every fit starts, and stays where measurements say nothing. */
  public static final CpuPhysics PRIOR = new CpuPhysics(1, 0.1, 20, 1, 0.7, 0, 65, 2.5, Map.of());

  public CpuPhysics {
    factors = Collections.unmodifiableMap(new TreeMap<>(factors));
  }

  /** e_f. */
  public double factor(String function) {
    return factors.getOrDefault(function, 1.0);
  }

  /** x: what the load asks for, in percent of one core, were there no limit. */
  public double demandPercent(NodeType node, Map<String, Double> rates, Profiles profiles) {
    double own = 0;
    double requests = 0;
    for (Map.Entry<String, Double> entry : rates.entrySet()) {
      CostProfile profile = profiles.of(entry.getKey());
      double factor = factor(entry.getKey());
      own += factor * profile.demandPercent(entry.getValue());
      requests += factor * Math.pow(entry.getValue() / HUNDREDS, requestPower);
    }
    double k = (double) node.cores() / profiles.cores();
    return demandScale * Math.pow(k, demandCores) * own
        + requestCost * Math.pow(k, requestCores) * requests;
  }

  /** C: the most CPU a load can get over idle, in percent of one core. */
  public double capacityPercent(NodeType node) {
    return Math.max(capacityBase + capacityPerCore * node.cores(), LEAST_CAPACITY);
  }

  /** Δcpu for a demand, in percent of one core, from 0 to the capacity. */
  public double increasePercent(NodeType node, double demandPercent) {
    double capacity = capacityPercent(node);
    return capacity * saturation(demandPercent / capacity, sharpness);
  }

  /** z / (1 + z^p)^(1/p): about z for small z, towards 1 for large. */
  public static double saturation(double z, double p) {
    if (z <= 0) {
      return 0;
    }
    // Written for both ends: z^p overflows where z is large.
    return z <= 1
        ? z * Math.pow(1 + Math.pow(z, p), -1 / p)
        : Math.pow(1 + Math.pow(z, -p), -1 / p);
  }
}
