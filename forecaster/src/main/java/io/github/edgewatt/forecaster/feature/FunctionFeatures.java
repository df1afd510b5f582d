package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.List;
import java.util.Map;

/**
 * One function's place in a load as the numbers function-level learners see: its own demand, and
 * what the others ask of the same cores.
 */
public final class FunctionFeatures {
  /** The names, in order, with their units. */
  public static final List<String> NAMES =
      List.of(
          "cores",
          "own_demand_percent_per_core",
          "others_demand_percent_per_core",
          "own_rate_per_core",
          "others_rate_per_core",
          "solo_latency_seconds",
          "solo_success",
          "cost_percent_per_request",
          "concurrency_per_core",
          "capacity_share",
          "own_capacity_share",
          "saturation",
          "solo_cpu_percent",
          "solo_ram_megabytes",
          "solo_power_watts",
          "rate");

  private static final double MEGABYTE = 1e6;

  private FunctionFeatures() {}

  /**
   * The features of {@code function} in {@code load}, in the order of {@link #NAMES}.
   *
   * <p>Latency and success alone are read at the rate that asks as much of each core of the
   * profiled node: {@code r · profiled cores / cores}.
   *
   * @throws IllegalArgumentException where a loaded function has no profile
   */
  public static double[] of(String function, Load load, Profiles profiles, CpuPhysics physics) {
    return of(function, load, profiles, saturation(load, profiles, physics));
  }

  /** Demand / capacity by the physics, z of {@link CpuPhysics}: the same for all functions. */
  public static double saturation(Load load, Profiles profiles, CpuPhysics physics) {
    return physics.demandPercent(load.node(), load.rates(), profiles)
        / physics.capacityPercent(load.node());
  }

  /** As {@link #of(String, Load, Profiles, CpuPhysics)}, with the load's saturation at hand. */
  public static double[] of(String function, Load load, Profiles profiles, double saturation) {
    double cores = load.node().cores();
    double profiledShare = profiles.cores() / cores;
    double othersDemand = 0;
    double othersRate = 0;
    double capacityShare = 0;
    for (Map.Entry<String, Double> entry : load.rates().entrySet()) {
      CostProfile profile = profiles.of(entry.getKey());
      double r = entry.getValue();
      capacityShare += r / profile.capacity() * profiledShare;
      if (!entry.getKey().equals(function)) {
        othersDemand += profile.demandPercent(r);
        othersRate += r;
      }
    }
    CostProfile own = profiles.of(function);
    double rate = load.rates().getOrDefault(function, 0.0);
    double scaled = rate * profiledShare;
    double demand = own.demandPercent(rate);
    return new double[] {
      cores,
      demand / cores,
      othersDemand / cores,
      rate / cores,
      othersRate / cores,
      own.latencySeconds(scaled),
      own.success(scaled),
      rate > 0 ? demand / rate : 0,
      rate * own.latencySeconds(scaled) / cores,
      capacityShare,
      rate / own.capacity() * profiledShare,
      saturation,
      own.cpuPercent(rate),
      own.ramBytes(rate) / MEGABYTE,
      own.powerWatts(rate),
      rate
    };
  }
}
