package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.formula.Logistic;
import io.github.edgewatt.scaling.tuning.Component;
import io.github.edgewatt.scaling.tuning.Formula;

/**
 * The six components of one function: what each makes of its numbers.
 *
 * <ul>
 *   <li>{@code request = r_X / max_z r_z}; 0 where nobody asks
 *   <li>{@code network_distance = d(X, A) / max d}
 *   <li>{@code latency_req_unbound = d(X, A) / required}
 *   <li>{@code latency_req_log = L(d(X, A)) / a} around the required latency
 *   <li>{@code rtt_log = L(q) / a}, q the percentile of times; 0 without times
 *   <li>{@code cpu_usage}: the mean CPU use in cores
 * </ul>
 */
final class Parts {
  private final Distances distances;
  private final double required;
  private final boolean compatible;
  private final Component[] chosen;
  private final double[] weights;
  private final Logistic ofTimes;
  private final Logistic ofRequirement;

  Parts(Formula formula, Distances distances, double required) {
    this.distances = distances;
    this.required = required;
    compatible = formula.compatible();
    chosen = formula.pressures().toArray(new Component[0]);
    weights = formula.pressures().stream().mapToDouble(formula.weights()::get).toArray();
    ofTimes = formula.curve().ofTimes();
    ofRequirement = Double.isNaN(required) ? null : formula.curve().around(required);
  }

  /** The product of the chosen components, each as its weight has it. */
  double pressure(
      int client, int zone, double requests, double mostRequests, double millis, double cpuCores) {
    double product = 1;
    for (int i = 0; i < chosen.length; i++) {
      double value = value(chosen[i], client, zone, requests, mostRequests, millis, cpuCores);
      product *= Formula.factor(value, weights[i], compatible);
    }
    return product;
  }

  double value(
      Component component,
      int client,
      int zone,
      double requests,
      double mostRequests,
      double millis,
      double cpuCores) {
    return switch (component) {
      case REQUEST -> mostRequests > 0 ? requests / mostRequests : 0;
      case NETWORK_DISTANCE -> distances.millis(client, zone) / distances.max();
      case LATENCY_REQ_UNBOUND -> distances.millis(client, zone) / required;
      case LATENCY_REQ_LOG ->
          ofRequirement == null ? Double.NaN : ofRequirement.share(distances.millis(client, zone));
      case RTT_LOG -> Double.isNaN(millis) ? 0 : ofTimes.share(millis);
      case CPU_USAGE -> cpuCores;
    };
  }
}
