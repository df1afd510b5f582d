package io.github.edgewatt.profiler.correlate;

import io.github.edgewatt.profiler.correlate.read.SeriesName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A way to tell CPU or watts of everything from series that are summed.
 *
 * @param metric its name
 * @param labels which of its series count
 * @param scale what a value or, of a counter, an increase per second is multiplied by
 * @param counter whether it counts
 */
record Meter(String metric, Predicate<Map<String, String>> labels, double scale, boolean counter) {

  /** CPU in cores, the widest view first: nodes, containers, processes. */
  static final List<Meter> CPU =
      List.of(
          new Meter("node_cpu_seconds_total", Meter::isBusy, 1, true),
          new Meter("container_cpu_usage_seconds_total", Meter::isRoot, 1, true),
          new Meter("container_cpu_usage_seconds_total", Meter::isContainer, 1, true),
          new Meter("process_cpu_seconds_total", Meter::isAny, 1, true),
          new Meter("process_cpu_time_ns_total", Meter::isAny, 1e-9, true),
          new Meter("process_cpu_usage", Meter::isAny, 1, false));

  /**
   * Watts: joules per second, the widest domain first; Kepler's both generations of names (0.10
   * renamed all), Scaphandre's, the node exporter's.
   */
  static final List<Meter> WATTS =
      List.of(
          new Meter("kepler_node_platform_joules_total", Meter::isAny, 1, true),
          new Meter("kepler_node_package_joules_total", Meter::isAny, 1, true),
          new Meter("kepler_node_cpu_joules_total", zone("package"), 1, true),
          new Meter("kepler_node_cpu_watts", zone("package"), 1, false),
          new Meter("scaph_host_energy_microjoules", Meter::isAny, 1e-6, true),
          new Meter("scaph_host_power_microwatts", Meter::isAny, 1e-6, false),
          new Meter("node_rapl_package_joules_total", Meter::isAny, 1, true),
          new Meter("kepler_container_joules_total", Meter::isAny, 1, true),
          new Meter("kepler_container_package_joules_total", Meter::isAny, 1, true),
          new Meter("kepler_container_cpu_joules_total", zone("package"), 1, true),
          new Meter("scaph_process_power_consumption_microwatts", Meter::isAny, 1e-6, false));

  /** The first way that has a series, with its series' numbers. */
  static Optional<Map.Entry<Meter, List<Integer>>> choose(
      List<Meter> meters, List<SeriesName> series) {
    for (Meter meter : meters) {
      List<Integer> numbers =
          series.stream()
              .filter(name -> name.metric().equals(meter.metric))
              .filter(name -> meter.labels.test(name.labels()))
              .map(SeriesName::number)
              .toList();
      if (!numbers.isEmpty()) {
        return Optional.of(Map.entry(meter, numbers));
      }
    }
    return Optional.empty();
  }

  /** Adds one of its series to {@code sum}; a moment is known where each has a value. */
  void addTo(double[] sum, double[] values) {
    Arrays.setAll(sum, i -> sum[i] + scale * values[i]);
  }

  private static boolean isAny(Map<String, String> labels) {
    return true;
  }

  private static Predicate<Map<String, String>> zone(String zone) {
    return labels -> labels.getOrDefault("zone", zone).startsWith(zone);
  }

  private static boolean isBusy(Map<String, String> labels) {
    String mode = labels.getOrDefault("mode", "");
    return !mode.equals("idle") && !mode.equals("iowait") && !mode.startsWith("guest");
  }

  private static boolean isRoot(Map<String, String> labels) {
    return "/".equals(labels.get("id"));
  }

  private static boolean isContainer(Map<String, String> labels) {
    String container = labels.getOrDefault("container", "");
    return !container.isEmpty() && !container.equals("POD");
  }
}
