package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.formula.Logistic;
import java.time.Duration;
import java.util.Map;

/**
 * What a policy is made of. {@link #of} has the defaults: those of the osmotic edgebench's sample
 * environment where it has one.
 *
 * @param policy one of {@link Policies#NAMES}
 * @param scope how far requests may go
 * @param compatible whether {@code logistic} keeps upstream's defects
 * @param latency latency in milliseconds to a share of 0 (near) to 1 (far); b from 0 to a, c from 0
 * @param threshold of functions that have none in {@code thresholds}, 0.01 to 1
 * @param thresholds by function: the share of a node's CPU up to which {@code threshold} sees
 *     headroom, 0.01 to 1
 * @param responseWindow over which response times are smoothed; more than 0
 * @param responseScaling how strongly weights fall with the response time; more than 0, 4 at most
 * @param wattStrength how strongly {@code watt} prefers what takes fewer joules, 0 (not at all) to
 *     8
 * @param wattTarget the use of a zone's CPU at which {@code watt} looks at joules no more, 0.05 to
 *     1
 */
public record PolicySettings(
    String policy,
    Scope scope,
    boolean compatible,
    Logistic latency,
    double threshold,
    Map<String, Double> thresholds,
    Duration responseWindow,
    double responseScaling,
    double wattStrength,
    double wattTarget) {
  static final double LEAST_THRESHOLD = 0.01;
  static final double MOST_SCALING = 4;
  static final double MOST_STRENGTH = 8;
  static final double LEAST_TARGET = 0.05;

  private static final Logistic LATENCY = Logistic.around(250, 1, 0.2, 35, 0);

  public PolicySettings {
    thresholds = Map.copyOf(thresholds);
    if (!Policies.NAMES.contains(policy)) {
      throw new IllegalArgumentException(
          "no policy '" + policy + "': it must be one of " + String.join(", ", Policies.NAMES));
    }
    if (!(latency.a() > 0 && latency.b() >= 0 && latency.b() <= latency.a() && latency.c() >= 0)) {
      throw new IllegalArgumentException(
          "a latency's share needs a above 0, b from 0 to a and c of 0 or more");
    }
    check("a threshold", threshold, LEAST_THRESHOLD, 1);
    thresholds.forEach((f, value) -> check("the threshold of " + f, value, LEAST_THRESHOLD, 1));
    if (responseWindow.isZero() || responseWindow.isNegative()) {
      throw new IllegalArgumentException(
          "a window of " + responseWindow + " for response times: more than 0");
    }
    check("the response times' scaling", responseScaling, Double.MIN_VALUE, MOST_SCALING);
    check("the strength of watts", wattStrength, 0, MOST_STRENGTH);
    check("the target use of watts", wattTarget, LEAST_TARGET, 1);
  }

  /** A policy in global scope with all defaults. */
  public static PolicySettings of(String policy) {
    return new PolicySettings(
        policy, Scope.GLOBAL, false, LATENCY, 0.8, Map.of(), Duration.ofSeconds(45), 1, 1, 0.7);
  }

  /** The same in another scope. */
  public PolicySettings in(Scope other) {
    return new PolicySettings(
        policy,
        other,
        compatible,
        latency,
        threshold,
        thresholds,
        responseWindow,
        responseScaling,
        wattStrength,
        wattTarget);
  }

  /** The same with upstream's defects. */
  public PolicySettings asUpstream() {
    return new PolicySettings(
        policy,
        scope,
        true,
        latency,
        threshold,
        thresholds,
        responseWindow,
        responseScaling,
        wattStrength,
        wattTarget);
  }

  /** The share of a node's CPU up to which a function sees headroom. */
  double thresholdOf(String function) {
    return thresholds.getOrDefault(function, threshold);
  }

  private static void check(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
