package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration as the few numbers linear models work with: {@link NodeFeatures} with what spans
 * magnitudes as logarithms and what is measured far beyond overload cut.
 */
public final class MixFeatures {
  private static final double SMALL = 0.02;
  private static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final Profiles profiles;
  private final NodeType node;
  private final CpuPhysics physics;

  /**
   * @param profiles what functions cost alone; others count as free
   * @param node where the configurations are measured
   */
  public MixFeatures(Profiles profiles, NodeType node, CpuPhysics physics) {
    this.profiles = profiles;
    this.node = node;
    this.physics = physics;
  }

  /** The numbers, in an order of its own. */
  public double[] of(Configuration configuration) {
    double[] f = NodeFeatures.of(load(configuration), profiles, physics);
    double cores = node.cores();
    double demandShare = feature(f, "demand_share");
    double capacityShare = feature(f, "capacity_share");
    double concurrency = feature(f, "concurrency") / cores;
    return new double[] {
      demandShare,
      Math.log(demandShare + SMALL),
      feature(f, "cpu_percent") / cores,
      feature(f, "power_watts"),
      feature(f, "ram_megabytes"),
      feature(f, "rate") / cores,
      feature(f, "functions"),
      Math.min(feature(f, "latency_max_seconds"), 10),
      feature(f, "success_min"),
      Math.min(capacityShare, 4),
      Math.min(Math.log1p(capacityShare), 3),
      feature(f, "demand_max_percent_per_core"),
      Math.min(Math.log(concurrency + SMALL), 4),
      feature(f, "physics_cpu_percent") / physics.capacityPercent(node)
    };
  }

  /** Increase of node CPU the physics expects, percent of one core. */
  public double physicsPercent(Configuration configuration) {
    return feature(NodeFeatures.of(load(configuration), profiles, physics), "physics_cpu_percent");
  }

  /**
   * How near a configuration is to overload, 1 being there, where nothing but the profiles is
   * known: the larger of the expected CPU over {@code 0.8 C} (the rule's share of the cores) and
   * any function's rate over what it could serve alone on as many cores.
   */
  public double share(Configuration configuration) {
    Load load = load(configuration);
    double share = physicsPercent(configuration) / (0.8 * physics.capacityPercent(node));
    for (Map.Entry<String, Double> entry : load.rates().entrySet()) {
      double capacity = profiles.of(entry.getKey()).capacity() * node.cores() / profiles.cores();
      share = Math.max(share, entry.getValue() / capacity);
    }
    return share;
  }

  private Load load(Configuration configuration) {
    TreeMap<String, Double> rates = new TreeMap<>();
    for (String function : configuration.functions()) {
      if (profiles.knows(function)) {
        rates.put(function, (double) configuration.rateOf(function));
      }
    }
    return Load.of(node, rates, UNKNOWN);
  }

  private static double feature(double[] features, String name) {
    return features[NodeFeatures.NAMES.indexOf(name)];
  }
}
