package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Snapshots of made-up clusters, the same for the same seed: node n is in zone n modulo the zones,
 * each zone's first node has its gateway, gateways know the latency to each other and to the nodes
 * of their zone, and each function has as many pods in each zone. Nodes are used 20 to 80 %, nine
 * tenths of it by their pods, in random parts. One pod in 50 has no CPU figure.
 */
public final class SyntheticSnapshot {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration LOOKBACK = Duration.ofSeconds(15);

  /** What pods have of a node's use; the rest is the system's. */
  private static final double OF_PODS = 0.9;

  private static final List<String> TYPES = List.of("LIGHT", "MID", "HEAVY");

  private SyntheticSnapshot() {}

  /**
   * A snapshot without traces.
   *
   * @param podsPerZone pods of each function in each zone
   * @param nodes as many as zones, or more
   */
  public static Snapshot of(int functions, int zones, int podsPerZone, int nodes, long seed) {
    return of(functions, zones, podsPerZone, nodes, 0, seed);
  }

  /** Likewise with so many requests in all, from zones and to pods taken evenly at random. */
  public static Snapshot of(
      int functions, int zones, int podsPerZone, int nodes, int traces, long seed) {
    Random random = new Random(seed);
    List<ZoneNode> all = nodes(zones, nodes, random);
    List<FunctionPod> pods = pods(functions, zones, podsPerZone, all, random);
    List<Gateway> gateways = new ArrayList<>();
    for (int zone = 0; zone < zones; zone++) {
      String gateway = "gateway-" + zone(zone);
      gateways.add(
          new Gateway(
              zone(zone), gateway, node(zone), "10.255." + zone / 250 + "." + zone + ":80"));
    }
    all.sort(Comparator.comparing(ZoneNode::name));
    List<Trace> requests = traces(pods, zones, traces, random);
    LatencyGraph latencies = latencies(zones, nodes, random);
    return new Snapshot(AT, LOOKBACK, all, pods, gateways, latencies, requests, List.of());
  }

  private static String zone(int number) {
    return "zone-%03d".formatted(number);
  }

  private static String node(int number) {
    return "node-%04d".formatted(number);
  }

  private static List<ZoneNode> nodes(int zones, int count, Random random) {
    List<ZoneNode> nodes = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int cores = 2 << random.nextInt(3);
      nodes.add(
          new ZoneNode(
              node(n),
              zone(n % zones),
              TYPES.get(random.nextInt(TYPES.size())),
              true,
              cores,
              new Resources(cores, 8e9, 110),
              new Resources(cores * random.nextDouble(), 8e9 * random.nextDouble(), 50),
              0.2 + 0.6 * random.nextDouble(),
              20 + 60 * random.nextDouble()));
    }
    return nodes;
  }

  private static List<FunctionPod> pods(
      int functions, int zones, int each, List<ZoneNode> nodes, Random random) {
    List<FunctionPod> pods = new ArrayList<>(functions * zones * each);
    Resources asked = new Resources(0.1, 64e6, 1);
    int[] places = new int[functions * zones * each];
    double[] parts = new double[places.length];
    double[] sums = new double[nodes.size()];
    for (int i = 0; i < places.length; i++) {
      int zone = i % zones;
      // Of the nodes of a zone one at random.
      places[i] = zone + zones * random.nextInt((nodes.size() - zone - 1) / zones + 1);
      parts[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextDouble();
      sums[places[i]] += Double.isNaN(parts[i]) ? 0 : parts[i];
    }
    for (int f = 0; f < functions; f++) {
      String function = "function_%04d".formatted(f);
      Map<String, String> labels = Map.of("ether.edgerun.io/function", function);
      for (int i = 0; i < zones * each; i++) {
        String uid = "%04d-%05x".formatted(f, i);
        int at = f * zones * each + i;
        int node = places[at];
        ZoneNode on = nodes.get(node);
        double cores = OF_PODS * on.cpuShare() * on.cores() * parts[at] / sums[node];
        pods.add(
            new FunctionPod(
                uid,
                "default",
                "function-%04d-deployment-%05x".formatted(f, i),
                function,
                on.zone(),
                on.name(),
                "10." + f % 250 + "." + i / 250 % 250 + "." + i % 250,
                8080,
                FunctionPod.Phase.RUNNING,
                asked,
                "main",
                "image:1",
                labels,
                "",
                AT.minusSeconds(3600),
                cores,
                20 * cores));
      }
    }
    return pods;
  }

  private static LatencyGraph latencies(int zones, int nodes, Random random) {
    Map<String, Map<String, Double>> edges = new HashMap<>();
    for (int from = 0; from < zones; from++) {
      Map<String, Double> to = new HashMap<>();
      for (int other = from + 1; other < zones; other++) {
        to.put(node(other), 5 + 95 * random.nextDouble());
      }
      for (int near = from + zones; near < nodes; near += zones) {
        to.put(node(near), 0.2 + 5 * random.nextDouble());
      }
      edges.put(node(from), to);
    }
    return new LatencyGraph(edges, 0);
  }

  private static List<Trace> traces(List<FunctionPod> pods, int zones, int count, Random random) {
    List<Trace> traces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      FunctionPod pod = pods.get(random.nextInt(pods.size()));
      int origin = random.nextInt(zones);
      double network = zone(origin).equals(pod.zone()) ? 2 : 50 * random.nextDouble();
      double response = network / 1000 - 0.05 * Math.log(1 - random.nextDouble());
      traces.add(
          new Trace(
              AT.minusNanos(Math.round((1 - (double) i / count) * LOOKBACK.toNanos())),
              pod.function(),
              "galileo-worker-" + zone(origin) + "-x7k2p-" + i % 8,
              zone(origin),
              pod.zone(),
              pod.name(),
              response,
              network));
    }
    return traces;
  }
}
