package io.github.edgewatt.profiler.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The overload rule of DFaaS' {@code metrics_predictions}, with its constants, telling which part
 * of it fired.
 *
 * <p>A function is overloaded when its success is below 0.90 or, where replicas scale by
 * themselves, when their number reached a limit above their minimum. A node is overloaded when the
 * mean success over its functions (a function without load counts as 1) is below 0.95, or its CPU
 * is above 80 % of its cores, or its memory above 90 %, or any function is overloaded. One
 * deviation: a fixed number of replicas says nothing about load, so the replica limit is asked for
 * only where the platform scales.
 */
public final class OverloadRule {
  /** Success below which a function is overloaded. */
  public static final double FUNCTION_SUCCESS = 0.90;

  /** Mean success below which a node is overloaded. */
  public static final double NODE_SUCCESS = 0.95;

  /** Share of all cores above which a node is overloaded. */
  public static final double CPU_SHARE = 0.80;

  /** Memory in percent above which a node is overloaded. */
  public static final double MEMORY_PERCENT = 90;

  /** Replicas from which a function that scales by itself is overloaded. */
  public static final int REPLICA_LIMIT = 15;

  private OverloadRule() {}

  /**
   * What the function rule looks at.
   *
   * @param name the function's name
   * @param successRate succeeded over due requests, 0 to 1; 1 without load
   * @param replicas most replicas seen
   * @param minimumReplicas replicas without load
   * @param autoscales whether load adds replicas
   */
  public record FunctionLoad(
      String name, double successRate, int replicas, int minimumReplicas, boolean autoscales) {}

  /** Why a function is overloaded; empty where it is not. */
  public static List<String> function(FunctionLoad load) {
    List<String> reasons = new ArrayList<>();
    if (load.successRate() < FUNCTION_SUCCESS) {
      reasons.add(load.name() + " success " + percent(load.successRate()) + " < 90 %");
    }
    if (load.autoscales()
        && load.replicas() >= REPLICA_LIMIT
        && load.replicas() > load.minimumReplicas()) {
      reasons.add(load.name() + " at " + load.replicas() + " replicas");
    }
    return reasons;
  }

  /**
   * Why the node is overloaded; empty where it is not.
   *
   * @param functions all functions of the configuration
   * @param cpuPercent node CPU in percent of one core; NaN tells nothing
   * @param cores cores of the node
   * @param memoryPercent node memory in percent; NaN tells nothing
   */
  public static List<String> node(
      List<FunctionLoad> functions, double cpuPercent, int cores, double memoryPercent) {
    List<String> reasons = new ArrayList<>();
    functions.forEach(load -> reasons.addAll(function(load)));
    double success = functions.stream().mapToDouble(FunctionLoad::successRate).average().orElse(1);
    if (success < NODE_SUCCESS) {
      reasons.add("mean success " + percent(success) + " < 95 %");
    }
    if (cpuPercent > cpuLimitPercent(cores)) {
      reasons.add(
          String.format(Locale.ROOT, "CPU %.0f %% > %.0f %%", cpuPercent, cpuLimitPercent(cores)));
    }
    if (memoryPercent > MEMORY_PERCENT) {
      reasons.add(String.format(Locale.ROOT, "memory %.0f %% > 90 %%", memoryPercent));
    }
    return reasons;
  }

  /** Node CPU in percent of one core above which the node is overloaded: 80 % of all cores. */
  public static double cpuLimitPercent(int cores) {
    return CPU_SHARE * 100 * cores;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
