package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.List;
import java.util.Map;

/**
 * A load as the numbers node-level learners see. Everything in it is known before the load comes.
 */
public final class NodeFeatures {
  /** The names, in order, with their units. */
  public static final List<String> NAMES =
      List.of(
          "cores",
          "demand_percent",
          "cpu_percent",
          "power_watts",
          "ram_megabytes",
          "rate",
          "functions",
          "latency_max_seconds",
          "success_min",
          "demand_share",
          "capacity_share",
          "demand_max_percent_per_core",
          "concurrency",
          "physics_cpu_percent",
          "idle_cpu_percent",
          "idle_power_watts");

  private static final double MEGABYTE = 1e6;

  private NodeFeatures() {}

  /**
   * The features of {@code load}, in the order of {@link #NAMES}; an unknown figure at rest counts
   * as 0.
   *
   * @throws IllegalArgumentException where a loaded function has no profile
   */
  public static double[] of(Load load, Profiles profiles, CpuPhysics physics) {
    int cores = load.node().cores();
    double profiledShare = (double) profiles.cores() / cores;
    double demand = 0;
    double cpu = 0;
    double power = 0;
    double ram = 0;
    double rate = 0;
    double latencyMax = 0;
    double successMin = 1;
    double capacityShare = 0;
    double demandMax = 0;
    double concurrency = 0;
    for (Map.Entry<String, Double> entry : load.rates().entrySet()) {
      CostProfile profile = profiles.of(entry.getKey());
      double r = entry.getValue();
      double own = profile.demandPercent(r);
      demand += own;
      cpu += profile.cpuPercent(r);
      power += profile.powerWatts(r);
      ram += profile.ramBytes(r) / MEGABYTE;
      rate += r;
      latencyMax = Math.max(latencyMax, profile.latencySeconds(r));
      successMin = Math.min(successMin, profile.success(r));
      capacityShare += r / profile.capacity() * profiledShare;
      demandMax = Math.max(demandMax, own / cores);
      concurrency += r * profile.latencySeconds(r);
    }
    double physicsCpu =
        physics.increasePercent(
            load.node(), physics.demandPercent(load.node(), load.rates(), profiles));
    return new double[] {
      cores,
      demand,
      cpu,
      power,
      ram,
      rate,
      load.rates().size(),
      latencyMax,
      successMin,
      demand / (100.0 * cores),
      capacityShare,
      demandMax,
      concurrency,
      physicsCpu,
      known(load.idle().cpuPercent()),
      known(load.idle().powerWatts())
    };
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
