package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/**
 * The osmotic edgebench's weights: what is idle, and near. For a pod i on node n of zone z, x
 * milliseconds from the zone's gateway, and for another zone z' that has such pods:
 *
 * <pre>
 * idle_i = 1 - cores used / cores of n            1 where either is not known
 * p_i    = idle_i * max(0.01, 1 - L(x) / a)       weight_i  = int(100 p_i)
 * P_z'   = mean of p over the pods of z'          weight_z' = max(1, int(100 P_z' factor(z, z')))
 * </pre>
 *
 * <p>Here idle is 0 to 1 and a zone that is fully busy weighs 0. Upstream, which {@code compatible}
 * follows, counts a fully busy pod as an idle one, does not multiply P by 100, and takes another
 * zone that is 0 ms away for one that is far. Where all weights would be 0, all targets count as
 * idle; where only those of a zone's own pods would, these get 1 each (not upstream), as requests
 * from other zones have no other way. Source: lbopt of the osmotic edgebench.
 */
final class LogisticRule implements Rule {
  private static final double SCALE = 100;

  private final PolicySettings settings;

  LogisticRule(PolicySettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    Distances distances = Distances.floored(index, settings);
    Fallback fallback = new Fallback(index, distances, !settings.compatible());
    Use use = new Use(index);
    return targets -> new Function(targets, index, distances, use, fallback);
  }

  private final class Function implements FunctionRule {
    private final Targets targets;
    private final Distances distances;
    private final Fallback fallback;
    private final double[] strengths;
    private final double[] hosts;
    private final int[] leasts;

    Function(
        Targets targets, SnapshotIndex index, Distances distances, Use use, Fallback fallback) {
      this.targets = targets;
      this.distances = distances;
      this.fallback = fallback;
      strengths = new double[targets.count()];
      for (int zone = 0; zone + 1 < targets.starts.length; zone++) {
        for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
          int pod = targets.pods[i];
          strengths[i] = idle(use.of(pod)) * distances.ofNode(index.nodeOf(pod), zone);
        }
      }
      hosts = new double[targets.hosts.length];
      leasts = new int[hosts.length];
      for (int host = 0; host < hosts.length; host++) {
        int zone = targets.hosts[host];
        double sum = 0;
        for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
          sum += strengths[i];
        }
        hosts[host] = (settings.compatible() ? 1 : SCALE) * (sum / targets.own(zone));
        leasts[host] = hosts[host] == 0 ? 0 : 1;
      }
    }

    @Override
    public int[] zone(int zone) {
      int[] weights = new int[targets.count(zone)];
      int start = targets.starts[zone];
      int own = targets.own(zone);
      for (int i = 0; i < own; i++) {
        weights[i] = Math.max(0, (int) (SCALE * strengths[start + i]));
      }
      if (hosts.length > 0) {
        remote(zone, own, weights);
      }
      fallback.settle(weights, targets, zone);
      return weights;
    }

    private void remote(int zone, int first, int[] weights) {
      double[] factors = distances.from(zone);
      int self = targets.host(zone);
      int before = self < 0 ? hosts.length : self;
      // Two plain loops: a question in each of ten million steps would cost more than the step.
      for (int host = 0; host < before; host++) {
        double strength = hosts[host] * factors[targets.hosts[host]];
        weights[first + host] = Math.max(leasts[host], (int) strength);
      }
      for (int host = before + 1; host < hosts.length; host++) {
        double strength = hosts[host] * factors[targets.hosts[host]];
        weights[first + host - 1] = Math.max(leasts[host], (int) strength);
      }
    }
  }

  private double idle(double use) {
    double idle = Double.isNaN(use) ? 1 : 1 - use;
    if (settings.compatible()) {
      return idle == 0 ? 1 : idle;
    }
    return Math.min(1, Math.max(0, idle));
  }
}
