package io.github.edgewatt.weights.influx;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A round as lines, in the measurements {@code telemetry} and {@code events} of galileo-db, without
 * its tags that grow without bound (timestamps, containers' ids).
 *
 * <p>{@code telemetry} has the means a round decided by: {@code metric} is {@code cpu} (a node's,
 * in percent of the whole node, as telemd's), {@code watts}, and with the function as {@code
 * subsystem} {@code function_cpu} (its pods on the node together, in percent of one core) and
 * {@code function_watts}.
 */
public final class RoundLines {
  private static final double PERCENT = 100;

  private final String experiment;

  /**
   * @param experiment the {@code exp_id} of all lines: upstream's bucket is named after it
   */
  public RoundLines(String experiment) {
    this.experiment = experiment;
  }

  /** What is known of nodes and functions; what is not known has no line. */
  public List<String> telemetry(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    Instant at = snapshot.at();
    for (ZoneNode node : snapshot.nodes()) {
      add(lines, at, node.name(), "cpu", "", PERCENT * node.cpuShare());
      add(lines, at, node.name(), "watts", "", node.watts());
    }
    Map<String, Map<String, double[]>> sums = new TreeMap<>();
    for (FunctionPod pod : snapshot.pods()) {
      if (!pod.node().isEmpty()) {
        double[] sum =
            sums.computeIfAbsent(pod.node(), name -> new TreeMap<>())
                .computeIfAbsent(pod.function(), name -> new double[] {Double.NaN, Double.NaN});
        sum[0] = plus(sum[0], pod.cpuCores());
        sum[1] = plus(sum[1], pod.watts());
      }
    }
    sums.forEach(
        (node, functions) ->
            functions.forEach(
                (function, sum) -> {
                  add(lines, at, node, "function_cpu", function, PERCENT * sum[0]);
                  add(lines, at, node, "function_watts", function, sum[1]);
                }));
    return lines;
  }

  /** An event as {@code galileo/events} has it; each of function and zone is a point of its own. */
  public String event(Instant at, String name, String function, String zone, String json) {
    return new Line("events")
        .tag("name", name)
        .tag("exp_id", experiment)
        .tag("fn", function)
        .tag("zone", zone)
        .with(json, at);
  }

  private static double plus(double sum, double one) {
    return Double.isNaN(sum) ? one : Double.isNaN(one) ? sum : sum + one;
  }

  private void add(
      List<String> lines, Instant at, String node, String metric, String subsystem, double value) {
    if (Double.isFinite(value)) {
      lines.add(
          new Line("telemetry")
              .tag("exp_id", experiment)
              .tag("node", node)
              .tag("metric", metric)
              .tag("subsystem", subsystem)
              .with(value, at));
    }
  }
}
