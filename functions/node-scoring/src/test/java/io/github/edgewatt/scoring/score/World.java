package io.github.edgewatt.scoring.score;

import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Replicas;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.power.PowerPredictor;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.power.NodeSource;
import io.github.edgewatt.scoring.score.power.PowerPolicy;
import io.github.edgewatt.scoring.score.power.PowerSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A small cluster with a clock of its own and a predictor that is told what to answer. */
public final class World {
  public static final Map<String, String> RANGES =
      Map.of(
          "ambient/min",
          "10",
          "ambient/max",
          "40",
          "cpu1/min",
          "20",
          "cpu1/max",
          "100",
          "cpu2/min",
          "20",
          "cpu2/max",
          "100");
  public static final List<Feature> FOUR =
      List.of(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2);

  public final ClusterState cluster = new ClusterState();
  public final Map<String, Climate> climates = new HashMap<>();
  public final List<PowerQuestion> asked = new ArrayList<>();
  public final Map<String, NodeSource> sources = new HashMap<>();
  public int batches;

  /** Watts of a question; by default 100 W and 1 W for each hundredth of the node. */
  public Function<PowerQuestion, Watts> model =
      question -> watts(100 + 100 * question.point().cpu());

  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private int pods;

  public static Watts watts(double watts) {
    return new Watts(watts, Watts.Origin.MODEL, "");
  }

  /** A source by its model's name that is asked {@code features}, with a line of 50 to 150 W. */
  public static NodeSource source(String name, List<Feature> features) {
    return NodeSource.of(
        new PowerSource(
            PowerSource.Kind.MODEL, "", 0, name, OptionalLong.empty(), "", features, 50, 150));
  }

  public static CpuDemand requests(double cores) {
    return new CpuDemand(cores, 0);
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** A node of 4 cores, measured now, whose model is asked for CPU alone. */
  public Node node(String name, double used) {
    return node(name, 4, used, Map.of(), Map.of());
  }

  public Node node(
      String name,
      double cores,
      double used,
      Map<String, String> labels,
      Map<String, String> annotations) {
    Node node = new Node(name, labels, annotations, "10.0.0.1", cores, 8e9, false);
    cluster.put(node);
    cluster.nodeUsage(name, new Usage(used, 1e9, now));
    sources.putIfAbsent(name, source(name, List.of(Feature.CPU)));
    return node;
  }

  /** A pod that is asked about: no UID and no node. */
  public static Pod pod(CpuDemand cpu) {
    return pod(cpu, Map.of(), Map.of());
  }

  public static Pod pod(
      CpuDemand cpu, Map<String, String> labels, Map<String, String> annotations) {
    return new Pod(
        "",
        "default",
        "asked",
        "",
        Pod.Phase.PENDING,
        labels,
        annotations,
        cpu,
        cpu,
        Optional.empty(),
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  /** Binds a pod that was made now. */
  public Pod bound(String node, Pod.Phase phase, CpuDemand cpu, Optional<Owner> owner) {
    String name = "pod-" + pods++;
    Pod pod =
        new Pod(
            "uid-" + name, "default", name, node, phase, Map.of(), Map.of(), cpu, cpu, owner, now);
    cluster.put(pod);
    return pod;
  }

  /** A replica that is to be placed. */
  public static Pod replica(String uid, Replicas set) {
    Pod pod = pod(requests(0.5));
    return new Pod(
        uid,
        pod.namespace(),
        uid,
        "",
        pod.phase(),
        Map.of(),
        Map.of(),
        pod.cpu(),
        pod.firstContainer(),
        Optional.of(new Owner("ReplicaSet", set.name(), set.uid())),
        pod.createdAt());
  }

  /** A pod's metrics arrive; they are looked at once a second. */
  public void measured(Pod pod, double cores) {
    pass(Duration.ofSeconds(1));
    cluster.podUsage(pod.namespace(), pod.name(), new Usage(cores, 1e6, now));
  }

  public PowerPredictor predictor() {
    return questions -> {
      batches++;
      asked.addAll(questions);
      return questions.stream().map(model).toList();
    };
  }

  public NodeSource sourceOf(Node node) {
    return sources.getOrDefault(node.name(), NodeSource.none("no model"));
  }

  public List<NodeEntry> entries(String... names) {
    return java.util.Arrays.stream(names).map(name -> cluster.node(name).orElseThrow()).toList();
  }

  public PowerPolicy power(PowerSettings settings) {
    return new PowerPolicy(
        cluster,
        node -> Optional.ofNullable(climates.get(node)),
        predictor(),
        this::sourceOf,
        settings,
        clock());
  }

  public NodeScorer scorer(ScoringSettings settings) {
    return new NodeScorer(
        cluster,
        node -> Optional.ofNullable(climates.get(node)),
        predictor(),
        this::sourceOf,
        settings,
        clock());
  }
}
