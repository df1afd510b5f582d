package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Joules of one more request by a forecast that errs: a straight line of watts over CPU where the
 * replay's own is bent, its rise wrong by a factor a kind of node, the CPU seconds of a request
 * wrong by one a function.
 */
final class ForecastEnergy {
  private final Map<String, Double> joulesPerCpuSecond = new HashMap<>();
  private final Map<String, Double> cpuSeconds = new HashMap<>();

  ForecastEnergy(Parameters parameters, long seed) {
    Random random = new Random(seed * 1_299_709 + 53);
    for (Parameters.Kind kind : parameters.nodes().kinds()) {
      double error = Math.exp(parameters.forecast().wattsErrorSigma() * random.nextGaussian());
      double rise = (kind.maxWatts() - kind.idleWatts()) * error;
      joulesPerCpuSecond.put(kind.name(), rise / (kind.cores() * kind.speed()));
    }
    for (Parameters.Function function : parameters.functions()) {
      double error = Math.exp(parameters.forecast().cpuErrorSigma() * random.nextGaussian());
      cpuSeconds.put(function.name(), function.cpuSeconds() * error);
    }
  }

  /** The forecast for a snapshot. */
  EnergyPerRequest of(SnapshotIndex index) {
    double[] byNode =
        index.snapshot().nodes().stream()
            .mapToDouble(node -> joulesPerCpuSecond.getOrDefault(node.type(), Double.NaN))
            .toArray();
    double[] byFunction =
        index.functions().stream()
            .mapToDouble(function -> cpuSeconds.getOrDefault(function, Double.NaN))
            .toArray();
    int[] functionOf = new int[index.podCount()];
    for (int f = 0; f < index.functions().size(); f++) {
      for (int z = 0; z < index.zones().size(); z++) {
        for (int pod = index.first(f, z); pod < index.end(f, z); pod++) {
          functionOf[pod] = f;
        }
      }
    }
    return new EnergyPerRequest() {
      @Override
      public double onNode(int function, int node) {
        return byFunction[function] * byNode[node];
      }

      @Override
      public double ofPod(int pod) {
        return onNode(functionOf[pod], index.nodeOf(pod));
      }
    };
  }
}
