package io.github.edgewatt.steering.energy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.forecaster.curve.PowerCurve;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The energy of one more request by the nodes' power curves, or as it was measured.
 *
 * <p>A request of function f takes {@code s_f = (cores of f's pods) / (requests of f per second)}
 * CPU seconds, both means over the look-back; pods whose CPU is not known count as the mean of the
 * others. Requests are counted from traces, where f has any, else taken from rates. One more
 * request a second on a node of C cores raises its CPU share u by {@code d = s_f / C}, and so its
 * power, by the curve W of its kind:
 *
 * <pre>J = (W(u + d) - W(u)) / 1 per second         joules</pre>
 *
 * which is the marginal watts per core at u, as a finite difference over just that CPU, times s_f.
 * The step ends at a share of 1 at most: a full node costs what its last step cost. Where the curve
 * is flat over d, d doubles until it rises and the slope over it counts; a curve that never rises
 * tells nothing. A forecast of the increase, not the absolute draw: what the node draws at rest is
 * drawn without the request too.
 *
 * <p>A pod whose watts are measured and that served traced requests costs {@code watts / (requests
 * per second)} joules, a mean, not a margin; without either, what the estimate says of its node.
 */
public final class EstimatedEnergy implements EnergyPerRequest {
  private final PowerCurve[] curves;
  private final double[] shares;
  private final double[] cores;
  private final double[] cpuSeconds;
  private final int[] podFunctions;
  private final int[] podNodes;
  private final double[] measured;

  private EstimatedEnergy(
      SnapshotIndex index, Function<String, Optional<PowerCurve>> curvesByNodeType) {
    int nodes = index.snapshot().nodes().size();
    curves = new PowerCurve[nodes];
    shares = new double[nodes];
    cores = new double[nodes];
    for (int n = 0; n < nodes; n++) {
      ZoneNode node = index.snapshot().nodes().get(n);
      curves[n] = node.type().isEmpty() ? null : curvesByNodeType.apply(node.type()).orElse(null);
      shares[n] = node.cpuShare();
      cores[n] = node.cores();
    }
    Rates rates = Rates.of(index);
    cpuSeconds = new double[index.functions().size()];
    podFunctions = new int[index.podCount()];
    podNodes = new int[index.podCount()];
    int zones = index.zones().size();
    for (int f = 0; f < cpuSeconds.length && zones > 0; f++) {
      int first = index.first(f, 0);
      int end = index.end(f, zones - 1);
      Arrays.fill(podFunctions, first, end, f);
      double used = 0;
      int known = 0;
      for (int pod = first; pod < end; pod++) {
        podNodes[pod] = index.nodeOf(pod);
        if (index.cores(pod) >= 0) {
          used += index.cores(pod);
          known++;
        }
      }
      cpuSeconds[f] = used / known * (end - first) / rates.ofFunction(f);
    }
    measured = measured(index, rates);
  }

  /** Of {@code index}, by the curves of its nodes' kinds. */
  public static EnergyPerRequest of(SnapshotIndex index, PowerCurves curves) {
    return of(index, (String type) -> curves.of(type));
  }

  static EnergyPerRequest of(
      SnapshotIndex index, Function<String, Optional<PowerCurve>> curvesByNodeType) {
    return new EstimatedEnergy(index, curvesByNodeType);
  }

  private static double[] measured(SnapshotIndex index, Rates rates) {
    double[] joules = new double[index.podCount()];
    for (int pod = 0; pod < joules.length; pod++) {
      FunctionPod one = index.pod(pod);
      joules[pod] = one.watts() > 0 ? positive(one.watts() / rates.ofPod(one.name())) : Double.NaN;
    }
    return joules;
  }

  @Override
  public double onNode(int function, int node) {
    double step = cpuSeconds[function] / cores[node];
    double share = Math.max(0, Math.min(1, shares[node]));
    if (curves[node] == null || !(step > 0) || Double.isInfinite(step) || Double.isNaN(share)) {
      return Double.NaN;
    }
    for (double wide = Math.min(1, step); ; wide = Math.min(1, 2 * wide)) {
      double from = Math.min(share, 1 - wide);
      double watts = curves[node].watts(from + wide) - curves[node].watts(from);
      if (watts > 0 || wide >= 1) {
        return positive(watts * (step / wide));
      }
    }
  }

  @Override
  public double ofPod(int pod) {
    return Double.isNaN(measured[pod]) ? onNode(podFunctions[pod], podNodes[pod]) : measured[pod];
  }

  private static double positive(double joules) {
    return joules > 0 && joules < Double.POSITIVE_INFINITY ? joules : Double.NaN;
  }
}
