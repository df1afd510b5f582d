package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What does not change over a day: zones and where they lie, nodes, gateways, latencies. */
final class World {
  private static final int BLOCK = 250;
  private static final int GATEWAYS = 14;

  private final Parameters parameters;
  private final int zones;
  private final long seed;
  private final double[] size;
  private final double[] phaseHours;
  private final double[][] millis;
  private final List<Machine> workers = new ArrayList<>();
  private final List<Machine> gatewayMachines = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final LatencyGraph latencies;

  /** The same zones, nodes and latencies for the same {@code seed}. */
  World(Parameters parameters, int zones, long seed) {
    this.parameters = parameters;
    this.zones = zones;
    this.seed = seed;
    Random random = new Random(seed);
    size = new double[zones];
    phaseHours = new double[zones];
    double[] x = new double[zones];
    double[] y = new double[zones];
    double sigma = parameters.load().zoneSizeSigma();
    for (int z = 0; z < zones; z++) {
      x[z] = random.nextDouble();
      y[z] = random.nextDouble();
      size[z] = Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
      phaseHours[z] = random.nextDouble() * parameters.load().mostPhaseHours();
      machines(z, random);
    }
    millis = new double[zones][zones];
    for (int a = 0; a < zones; a++) {
      for (int b = 0; b < zones; b++) {
        millis[a][b] =
            a == b
                ? 0
                : parameters.latency().baseMillis()
                    + parameters.latency().perUnitMillis() * Math.hypot(x[a] - x[b], y[a] - y[b]);
      }
    }
    latencies = graph();
  }

  private void machines(int zone, Random random) {
    Parameters.Nodes nodes = parameters.nodes();
    String name = String.format(Locale.ROOT, "zone-%03d", zone);
    int kind = nodes.gatewayKindNumber();
    gatewayMachines.add(new Machine(name + "-gateway", name, zone, kind, 0));
    gateways.add(
        new Gateway(
            name, "api-gateway-" + name, name + "-gateway", address(GATEWAYS, zone) + ":8080"));
    for (int n = 0; n < nodes.workersPerZone(); n++) {
      double[] range = parameters.latency().intraZoneMillis();
      double away = range[0] + (range[1] - range[0]) * random.nextDouble();
      workers.add(new Machine(name + "-worker-" + n, name, zone, drawKind(random), away));
    }
  }

  private int drawKind(Random random) {
    List<Parameters.Kind> kinds = parameters.nodes().kinds();
    double left = random.nextDouble();
    for (int kind = 0; kind < kinds.size() - 1; kind++) {
      left -= kinds.get(kind).share();
      if (left < 0) {
        return kind;
      }
    }
    return kinds.size() - 1;
  }

  private LatencyGraph graph() {
    Map<String, Map<String, Double>> edges = new HashMap<>();
    for (int a = 0; a < zones; a++) {
      Map<String, Double> to = new HashMap<>();
      for (int b = 0; b < zones; b++) {
        if (a != b) {
          to.put(gateways.get(b).node(), millis[a][b]);
        }
      }
      for (Machine worker : workers) {
        if (worker.zone() == a) {
          to.put(worker.name(), worker.gatewayMillis());
        }
      }
      edges.put(gateways.get(a).node(), to);
    }
    return new LatencyGraph(edges, 0);
  }

  /** An IP for the {@code number}-th of a kind of thing, 0 to 14; they repeat after a million. */
  static String address(int kind, int number) {
    int block = kind * 16 + number / (BLOCK * BLOCK) % 16;
    return "10." + block + "." + number / BLOCK % BLOCK + "." + (number % BLOCK + 1);
  }

  Parameters parameters() {
    return parameters;
  }

  long seed() {
    return seed;
  }

  int zones() {
    return zones;
  }

  int functions() {
    return parameters.functions().size();
  }

  /** A zone's load beside a mean one's. */
  double size(int zone) {
    return size[zone];
  }

  /** By how much a zone's day is ahead. */
  double phaseHours(int zone) {
    return phaseHours[zone];
  }

  /** The round trip between two zones' gateways. */
  double millis(int from, int to) {
    return millis[from][to];
  }

  String zoneName(int zone) {
    return gateways.get(zone).zone();
  }

  /** The workers, by name. */
  List<Machine> workers() {
    return workers;
  }

  /** The gateways' nodes, by zone. */
  List<Machine> gatewayMachines() {
    return gatewayMachines;
  }

  List<Gateway> gateways() {
    return gateways;
  }

  LatencyGraph latencies() {
    return latencies;
  }

  Parameters.Kind kind(Machine machine) {
    return parameters.nodes().kinds().get(machine.kind());
  }

  PowerModel power(Machine machine) {
    Parameters.Kind kind = kind(machine);
    return new PowerModel(kind.idleWatts(), kind.maxWatts(), parameters.nodes().curveExponent());
  }

  /**
   * A node.
   *
   * @param zoneName its zone's name
   * @param zone its zone's number
   * @param kind the number of its kind
   * @param gatewayMillis the round trip to its zone's gateway
   */
  record Machine(String name, String zoneName, int zone, int kind, double gatewayMillis) {}
}
