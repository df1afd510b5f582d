package io.github.edgewatt.benchmarks.scoring;

import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.NodeScorer;
import io.github.edgewatt.scoring.score.ScoringSettings;
import io.github.edgewatt.scoring.score.power.NodeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Nodes with temperatures, FPGA states and 20 pods each, of which one in ten is new. Its predictor
 * is a straight line in memory: what a real one costs is measured with it.
 */
final class SyntheticCluster {
  private static final int PODS = 20;
  private static final int NEW_EACH = 10;
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  final ClusterState state = new ClusterState();
  final List<String> names = new ArrayList<>();
  private final Map<String, Climate> climates = new HashMap<>();
  private final Random random = new Random(7);
  private final PowerSource source =
      new PowerSource(
          PowerSource.Kind.TENSORFLOW_GRPC,
          "127.0.0.1",
          8500,
          "konohana",
          OptionalLong.of(1218),
          "konohana",
          List.of(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2),
          90,
          250);

  SyntheticCluster(int nodes) {
    for (int i = 0; i < nodes; i++) {
      String name = "edge-node-" + i;
      names.add(name);
      state.put(node(name));
      state.nodeUsage(name, new Usage(8 + 16 * random.nextDouble(), 1e9, START));
      climates.put(name, new Climate(18 + 15 * random.nextDouble(), 60, 65, START));
      for (int p = 0; p < PODS; p++) {
        pod(name, name + "-pod-" + p, p % NEW_EACH == 0);
      }
    }
  }

  NodeScorer scorer(ScoringSettings settings) {
    NodeSource found = NodeSource.of(source);
    return new NodeScorer(
        state,
        name -> Optional.ofNullable(climates.get(name)),
        questions -> questions.stream().map(SyntheticCluster::line).toList(),
        node -> found,
        settings,
        clock());
  }

  /** Runs, but from a start at which all readings are fresh. */
  private static Clock clock() {
    Duration ago = Duration.between(Instant.now(), START);
    return Clock.offset(Clock.systemUTC(), ago);
  }

  /** A pod of half a core that asks for the FPGA policy. */
  Pod asked() {
    Map<String, String> labels =
        Map.of(
            "fpga-scheduling.io/enabled", "true",
            "fpga-scheduling.io/bitstream-identifier", "bitstream-3");
    CpuDemand cpu = new CpuDemand(0.5, 1);
    return new Pod(
        "",
        "default",
        "asked",
        "",
        Pod.Phase.PENDING,
        labels,
        Map.of(),
        cpu,
        cpu,
        Optional.empty(),
        START);
  }

  private Node node(String name) {
    Map<String, String> labels = new HashMap<>();
    labels.put("kubernetes.io/hostname", name);
    for (String sensor : List.of("ambient", "cpu1", "cpu2")) {
      labels.put(sensor + "/min", "10");
      labels.put(sensor + "/max", "90");
    }
    String fpga =
        "{\"recentUsage\":%d,\"recentReconfigurationTime\":%d,\"recentBitstreamIdentifiers\":{\"bitstream-%d\":{}},\"version\":1}"
            .formatted(random.nextInt(100_000), random.nextInt(5_000), random.nextInt(8));
    Map<String, String> annotations =
        Map.of(
            "fpga-scheduling.io/fpga-state",
            fpga,
            "fpga-scheduling.io/updated-at",
            START.toString());
    return new Node(name, labels, annotations, "10.0.0.1", 32, 64e9, false);
  }

  private void pod(String node, String name, boolean isNew) {
    CpuDemand cpu = new CpuDemand(0.25 + random.nextDouble(), 2);
    Instant made = isNew ? START.minusSeconds(20) : START.minus(Duration.ofDays(1));
    state.put(
        new Pod(
            "uid-" + name,
            "default",
            name,
            node,
            Pod.Phase.RUNNING,
            Map.of(),
            Map.of(),
            cpu,
            cpu,
            Optional.empty(),
            made));
    state.podUsage("default", name, new Usage(isNew ? 0.01 : 0.4, 1e6, START));
  }

  private static Watts line(PowerQuestion question) {
    PowerSource source = question.source();
    double watts =
        source.idleWatts()
            + (source.fullWatts() - source.idleWatts()) * question.point().cpu()
            + 10 * question.point().ambient();
    return new Watts(watts, Watts.Origin.MODEL, "");
  }
}
