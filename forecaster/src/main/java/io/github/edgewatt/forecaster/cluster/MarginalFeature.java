package io.github.edgewatt.forecaster.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * The coordinates of a marginal vector before scaling: decimal logarithms, so that a distance is a
 * ratio of costs. Each is bounded below by what no meter resolves.
 */
enum MarginalFeature {
  /** log10 of CPU-ms per request, at least 1 µs. */
  CPU("cpu_per_request"),
  /** log10 of joules per request, at least 1 nJ. */
  ENERGY("energy_per_request"),
  /** log10 of the memory floor, at least 100 kB. */
  MEMORY_FLOOR("memory_floor"),
  /** log10(1 + slope / 10 kB per request/s); a falling line counts as flat. */
  MEMORY_SLOPE("memory_slope"),
  /** log10 of the base latency, at least 10 µs. */
  BASE_LATENCY("base_latency"),
  /** log10 of the latency's growth, at least a tenth. */
  LATENCY_GROWTH("latency_growth"),
  /** log10 of the first overloaded rate; {@link #HIGHEST_KNEE} where none was seen or beyond. */
  KNEE("knee");

  /** A knee never seen counts as this rate, requests per second. */
  static final double HIGHEST_KNEE = 1000;

  private final String text;

  MarginalFeature(String text) {
    this.text = text;
  }

  /** The word that stands in model files. */
  String text() {
    return text;
  }

  /** The coordinate; NaN where the costs do not tell. */
  double of(MarginalCosts costs) {
    return switch (this) {
      case CPU -> log(costs.cpuMillisPerRequest(), 1e-3);
      case ENERGY -> log(costs.joulesPerRequest(), 1e-9);
      case MEMORY_FLOOR -> log(costs.memoryFloorBytes(), 1e5);
      case MEMORY_SLOPE -> log(1 + positive(costs.memorySlopeBytes()) / 1e4, 1);
      case BASE_LATENCY -> log(costs.baseLatencyMillis(), 1e-2);
      case LATENCY_GROWTH -> log(costs.latencyGrowth(), 0.1);
      case KNEE -> knee(costs);
    };
  }

  /** The feature called {@code text}; an {@link IllegalArgumentException} where none is. */
  static MarginalFeature named(String text) {
    return Arrays.stream(values())
        .filter(feature -> feature.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown feature '" + text + "' (known: " + String.join(", ", names()) + ")"));
  }

  private static List<String> names() {
    return Arrays.stream(values()).map(MarginalFeature::text).toList();
  }

  private static double knee(MarginalCosts costs) {
    double rate = costs.firstOverloadedRate();
    return Math.log10(Double.isNaN(rate) ? HIGHEST_KNEE : Math.min(rate, HIGHEST_KNEE));
  }

  private static double positive(double value) {
    return Double.isNaN(value) ? value : Math.max(0, value);
  }

  private static double log(double value, double lowest) {
    return Double.isNaN(value) ? value : Math.log10(Math.max(value, lowest));
  }
}
