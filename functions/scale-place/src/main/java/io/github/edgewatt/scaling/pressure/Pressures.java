package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.tuning.Component;
import io.github.edgewatt.scaling.tuning.Formula;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pressure {@code p(f, A, X)} on the gateway of zone A by clients of zone X for function f: the
 * product of the chosen components, each to the power of its weight.
 *
 * <p>NaN where a component cannot be told: a required latency that is not set, no latencies at all,
 * replicas of which none's CPU use is known, a zone without gateway.
 */
public final class Pressures {
  private final SnapshotIndex index;
  private final Formula formula;
  private final Demand demand;
  private final Distances distances;
  private final double[] cpuCores;
  private final double[] values;
  private final double[] means;

  private Pressures(
      SnapshotIndex index, Formula formula, Demand demand, Distances distances, double[] cpuCores) {
    this.index = index;
    this.formula = formula;
    this.demand = demand;
    this.distances = distances;
    this.cpuCores = cpuCores;
    values = new double[demand.rows()];
    means = new double[cpuCores.length];
    Arrays.fill(means, Double.NaN);
  }

  /**
   * Of a snapshot.
   *
   * @param cpuCores mean CPU use of a function's running pods in a zone, in cores, at f x zones +
   *     zone; 0 of none, NaN where none's is known
   */
  public static Pressures of(SnapshotIndex index, Formula formula, double[] cpuCores) {
    Pressures pressures =
        new Pressures(index, formula, Demand.of(index, formula), Distances.of(index), cpuCores);
    IntStream.range(0, index.functions().size()).parallel().forEach(pressures::compute);
    return pressures;
  }

  private void compute(int function) {
    int zones = index.zones().size();
    Parts parts = parts(function);
    for (int zone = 0; zone < zones; zone++) {
      int first = demand.first(function, zone);
      int end = demand.end(function, zone);
      if (first == end) {
        continue;
      }
      boolean served = index.gateway(zone).isPresent();
      double most = mostRequests(function, zone);
      double cpu = cpuCores[function * zones + zone];
      double sum = 0;
      for (int row = first; row < end; row++) {
        double product =
            served
                ? parts.pressure(
                    demand.client(row), zone, demand.requests(row), most, demand.millis(row), cpu)
                : Double.NaN;
        values[row] = product;
        sum += product;
      }
      means[function * zones + zone] = sum / (end - first);
    }
  }

  /** The requests of the zone that asks most of a function in a zone. */
  public double mostRequests(int function, int zone) {
    double most = 0;
    for (int row = demand.first(function, zone); row < demand.end(function, zone); row++) {
      most = Math.max(most, demand.requests(row));
    }
    return most;
  }

  /** A component of a row, whether chosen or not. */
  public double component(Component component, int function, int zone, int row) {
    return parts(function)
        .value(
            component,
            demand.client(row),
            zone,
            demand.requests(row),
            mostRequests(function, zone),
            demand.millis(row),
            cpuCores(function, zone));
  }

  private Parts parts(int function) {
    return new Parts(formula, distances, formula.required(index.functions().get(function)));
  }

  /** The pressure of a row; NaN where it cannot be told. */
  public double value(int row) {
    return values[row];
  }

  /** The mean over the zones that ask; NaN where none asks or one's pressure cannot be told. */
  public double mean(int function, int zone) {
    return means[function * index.zones().size() + zone];
  }

  /** Mean CPU use of the function's running pods in the zone, in cores. */
  public double cpuCores(int function, int zone) {
    return cpuCores[function * index.zones().size() + zone];
  }

  /** The rows. */
  public Demand demand() {
    return demand;
  }

  /** How far zones are apart. */
  public Distances distances() {
    return distances;
  }

  /** The snapshot. */
  public SnapshotIndex index() {
    return index;
  }

  /** How it was computed. */
  public Formula formula() {
    return formula;
  }

  /** The functions that lack a required latency which a chosen component needs. */
  public List<String> lacking() {
    return formula.pressures().stream().noneMatch(Component::needsRequirement)
        ? List.of()
        : index.functions().stream().filter(fn -> Double.isNaN(formula.required(fn))).toList();
  }
}
