package io.github.edgewatt.profiler.energy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose energy it was. A meter knows the node alone, so what the node took above idle is split in
 * proportion to CPU time: {@code E_f = (E_node - P_idle * t) * cpu_f / (sum of cpu + other cpu)}.
 * Kepler and Scaphandre split a package's energy the same way; energy of memory and devices follows
 * CPU time only roughly.
 */
public final class EnergyShare {
  private EnergyShare() {}

  /**
   * Joules of each function.
   *
   * @param nodeJoules the node over the window
   * @param idleWatts the node before the load, functions deployed
   * @param seconds the window
   * @param cpuSeconds CPU of each function over the window
   * @param otherCpuSeconds CPU of everything else that the meter saw too, the load generator's
   *     above all: it gets its share, which then belongs to no function. 0 where the energy is an
   *     estimate from CPU that already leaves it out
   * @return a share for each function; NaN where energy or the function's CPU is absent
   */
  public static Map<String, Double> split(
      double nodeJoules,
      double idleWatts,
      double seconds,
      Map<String, Double> cpuSeconds,
      double otherCpuSeconds) {
    // An idle reading a little above the loaded one is noise, not energy given back.
    double dynamic = Math.max(0, nodeJoules - idleWatts * seconds);
    double all = otherCpuSeconds;
    for (double cpu : cpuSeconds.values()) {
      all += cpu;
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Map.Entry<String, Double> function : cpuSeconds.entrySet()) {
      double cpu = function.getValue();
      double share = all == 0 ? 0 : cpu / all;
      shares.put(function.getKey(), dynamic * share);
    }
    return shares;
  }

  /** Joules a request; NaN where none was answered. */
  public static double perRequest(double joules, long answered) {
    return answered == 0 ? Double.NaN : joules / answered;
  }
}
