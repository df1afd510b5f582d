package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.formula.Logistic;
import io.github.edgewatt.cluster.settings.Environment;
import java.util.List;
import java.util.Locale;

/** The policies by their names. */
public final class Policies {
  /** What {@code osmotic_lb_opt_policy} may be. */
  public static final List<String> NAMES =
      List.of(
          "logistic",
          "threshold",
          "least-response-time",
          "smooth-least-response-time",
          "round-robin",
          "watt");

  private static final String PREFIX = "osmotic_lb_opt_";
  private static final double MOST_PARAMETER = 1e9;

  private Policies() {}

  /**
   * The policy that the environment names.
   *
   * @throws IllegalArgumentException with one line on the first variable that makes no sense
   */
  public static WeightPolicy of(Environment environment) {
    return of(settings(environment));
  }

  /** A policy from its settings. */
  public static WeightPolicy of(PolicySettings settings) {
    Rule rule =
        switch (settings.policy()) {
          case "logistic" -> new LogisticRule(settings);
          case "threshold" -> new ThresholdRule(settings);
          case "least-response-time" -> ResponseTimeRule.steep(settings);
          case "smooth-least-response-time" -> ResponseTimeRule.smooth(settings);
          case "watt" -> new WattRule(settings);
          case "round-robin" -> new RoundRobinRule();
          default -> throw new IllegalArgumentException("no policy " + settings.policy());
        };
    return new Weighing(rule, settings.scope());
  }

  /** What the environment says, with defaults for what it does not. */
  public static PolicySettings settings(Environment environment) {
    PolicySettings usual =
        PolicySettings.of(environment.choice(PREFIX + "policy", "logistic", NAMES));
    String scope = environment.choice(PREFIX + "scope", "global", List.of("global", "zone"));
    return new PolicySettings(
        usual.policy(),
        Scope.valueOf(scope.toUpperCase(Locale.ROOT)),
        environment.flag(PREFIX + "compatible", false),
        latency(environment, usual.latency()),
        environment.number(
            PREFIX + "threshold", usual.threshold(), PolicySettings.LEAST_THRESHOLD, 1),
        environment.perFunction(PREFIX + "threshold_", PolicySettings.LEAST_THRESHOLD, 1),
        environment.seconds(PREFIX + "response_window", usual.responseWindow().toMillis() / 1e3),
        environment.number(
            PREFIX + "response_scaling",
            usual.responseScaling(),
            0.01,
            PolicySettings.MOST_SCALING),
        environment.number(
            PREFIX + "watt_strength", usual.wattStrength(), 0, PolicySettings.MOST_STRENGTH),
        environment.number(
            PREFIX + "watt_target", usual.wattTarget(), PolicySettings.LEAST_TARGET, 1));
  }

  private static Logistic latency(Environment environment, Logistic usual) {
    double a = environment.number(PREFIX + "a", usual.a(), 0.001, MOST_PARAMETER);
    return Logistic.around(
        a,
        environment.number(PREFIX + "b", Math.min(a, usual.b()), 0, a),
        environment.number(PREFIX + "c", usual.c(), 0, MOST_PARAMETER),
        environment.number(PREFIX + "midpoint", usual.d(), 0, MOST_PARAMETER),
        environment.number(PREFIX + "offset", 0, 0, 1));
  }
}
