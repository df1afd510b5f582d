package io.github.edgewatt.scaling.tuning;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads settings from the environment. */
final class SettingsReader {
  private static final String PREFIX = "schedule_scale_opt_";
  private static final double MOST = 1e9;
  private static final double SMALLEST = 0.001;
  private static final int MOST_REPLICAS = 1_000_000;
  private static final double MOST_SECONDS = 86_400;
  private static final String BUSY = "busy";

  private final Environment environment;

  private SettingsReader(Environment environment) {
    this.environment = environment;
  }

  static ScalingSettings read(Environment environment) {
    return new SettingsReader(environment).settings();
  }

  private ScalingSettings settings() {
    String policy = environment.choice(PREFIX + "policy", "pressure", ScalingSettings.POLICIES);
    boolean pressure = policy.equals("pressure") || policy.equals("watt");
    double[] thresholds = thresholds("", 0.2, 0.8);
    // Upstream reads these two and uses them nowhere; a mistake in them is told of all the same.
    thresholds("cpu_", 0.2, 0.8);
    return new ScalingSettings(
        policy,
        formula(),
        thresholds[0],
        thresholds[1],
        caps(),
        new Pace(pause("cooldown_up", 15), pause("cooldown_down", 30), pause("steady", 60)),
        environment.seconds(PREFIX + "lookback", pressure ? 20 : 60),
        environment.number(PREFIX + "watt_gain", 0.1, 0, 0.99),
        targets(policy));
  }

  private Formula formula() {
    List<String> names = environment.list(PREFIX + "pressures");
    if (names.isEmpty()) {
      names = List.of("request", "rtt_log", "cpu_usage");
    }
    Map<Component, Double> weights = new EnumMap<>(Component.class);
    for (Component one : Component.values()) {
      Stream.of(one.alias(), one.key())
          .forEach(
              name ->
                  environment
                      .number(PREFIX + "weight_" + name, 0, MOST)
                      .ifPresent(weight -> weights.put(one, weight)));
    }
    return new Formula(
        names.stream().map(Component::of).distinct().toList(),
        weights,
        curve(),
        environment.number(PREFIX + "percentile_duration", 90, 0, 100),
        measure(PREFIX + "target_time_measure"),
        environment.perFunction(PREFIX + "latency_requirement_", SMALLEST, MOST),
        environment.flag(PREFIX + "compatible", false));
  }

  private Curve curve() {
    List<String> names = List.of("a", "b", "c", "d", "offset");
    Map<String, Double> set = new HashMap<>();
    for (String name : names) {
      environment.number(PREFIX + name, 0, MOST).ifPresent(value -> set.put(name, value));
    }
    if (set.isEmpty()) {
      return Curve.SAMPLE;
    }
    List<String> missing = names.stream().filter(name -> !set.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX
              + String.join(", " + PREFIX, missing)
              + " missing: the logistic function's a, b, c, d and offset are set all or none");
    }
    return new Curve(set.get("a"), set.get("b"), set.get("c"), set.get("d"), set.get("offset"));
  }

  private Caps caps() {
    int each = environment.whole(PREFIX + "max_replicas_busy", 20, 1, MOST_REPLICAS);
    return new Caps(each, counts("max_replicas_"), counts("min_replicas_"));
  }

  private Map<String, Integer> counts(String name) {
    Map<String, Integer> counts = new HashMap<>();
    environment
        .perFunction(PREFIX + name, 1, MOST_REPLICAS)
        .keySet()
        .forEach(
            function ->
                counts.put(
                    function, environment.whole(PREFIX + name + function, 1, 1, MOST_REPLICAS)));
    counts.remove(BUSY);
    return counts;
  }

  private BaselineTargets targets(String policy) {
    // A pressure policy has none of its own; what it is given is read so that mistakes are told of.
    String of = PREFIX + (ScalingSettings.POLICIES.indexOf(policy) < 2 ? "hpa" : policy) + "_";
    return new BaselineTargets(
        each(of + "cpu_target", SMALLEST, MOST),
        each(of + "duration_target", SMALLEST, MOST),
        each(of + "threshold_tolerance", 0, MOST),
        each(of + "duration_percentile", 0, 100),
        measure(of + "time_measure_target"));
  }

  private Map<String, Double> each(String name, double least, double most) {
    Map<String, Double> values = new HashMap<>(environment.perFunction(name + "_", least, most));
    environment.number(name, least, most).ifPresent(value -> values.put("", value));
    return values;
  }

  private TimeMeasure measure(String name) {
    return environment.choice(name, "rtt", List.of("rtt", "latency")).equals("rtt")
        ? TimeMeasure.RTT
        : TimeMeasure.LATENCY;
  }

  private double[] thresholds(String kind, double least, double most) {
    String low = PREFIX + "min_" + kind + "threshold";
    String high = PREFIX + "max_" + kind + "threshold";
    Optional<Double> min = environment.number(low, 0, MOST);
    Optional<Double> max = environment.number(high, 0, MOST);
    double[] both = {min.orElse(least), max.orElse(most)};
    if (both[0] > both[1]) {
      throw new IllegalArgumentException(
          low + " is " + both[0] + ": it must not exceed " + high + ", " + both[1]);
    }
    return both;
  }

  private Duration pause(String name, double otherwise) {
    double seconds = environment.number(PREFIX + name, otherwise, 0, MOST_SECONDS);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
