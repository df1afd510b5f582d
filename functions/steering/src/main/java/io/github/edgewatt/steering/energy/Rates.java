package io.github.edgewatt.steering.energy;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import java.util.HashMap;
import java.util.Map;

/** How often functions and pods are asked, per second over the look-back; 0 where nobody tells. */
final class Rates {
  private final double[] functions;
  private final Map<String, Double> pods = new HashMap<>();

  private Rates(int functions) {
    this.functions = new double[functions];
  }

  static Rates of(SnapshotIndex index) {
    Snapshot snapshot = index.snapshot();
    Rates rates = new Rates(index.functions().size());
    double each = 1e9 / snapshot.lookback().toNanos();
    for (Trace trace : snapshot.traces()) {
      int function = index.function(trace.function());
      if (function >= 0) {
        rates.functions[function] += each;
        rates.pods.merge(trace.pod(), each, Double::sum);
      }
    }
    double[] counted = new double[rates.functions.length];
    for (Traffic traffic : snapshot.traffic()) {
      int function = index.function(traffic.function());
      if (function >= 0) {
        counted[function] += traffic.requestsPerSecond();
      }
    }
    for (int f = 0; f < counted.length; f++) {
      // Traces and counters tell of the same requests.
      rates.functions[f] = rates.functions[f] > 0 ? rates.functions[f] : counted[f];
    }
    return rates;
  }

  double ofFunction(int function) {
    return functions[function];
  }

  double ofPod(String name) {
    return pods.getOrDefault(name, 0.0);
  }
}
