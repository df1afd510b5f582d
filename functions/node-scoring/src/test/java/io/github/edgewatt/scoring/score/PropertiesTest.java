package io.github.edgewatt.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerMode;
import io.github.edgewatt.scoring.score.power.PowerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in any cluster: seeded random ones, with nodes and models that fail. */
class PropertiesTest {
  private static final int SEEDS = 60;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  private final World world = new World();
  private final List<String> names = new ArrayList<>();

  private Pod build(Random random) {
    int nodes = 1 + random.nextInt(20);
    for (int i = 0; i < nodes; i++) {
      String name = "n" + i;
      names.add(name);
      world.node(name, 1 + random.nextInt(16), random.nextDouble() * 8, Map.of(), state(random));
      for (int p = random.nextInt(3); p > 0; p--) {
        Pod.Phase phase = random.nextBoolean() ? Pod.Phase.PENDING : Pod.Phase.RUNNING;
        world.bound(name, phase, cpu(random), Optional.empty());
      }
    }
    long salt = random.nextLong();
    world.model = question -> watts(question.source().name(), question.point().cpu(), salt);
    Map<String, String> labels =
        random.nextBoolean() ? Map.of("fpga-scheduling.io/enabled", "true") : Map.of();
    return World.pod(cpu(random), labels, Map.of());
  }

  private static CpuDemand cpu(Random random) {
    return new CpuDemand(random.nextInt(3) * 0.4, random.nextInt(3) * 0.7);
  }

  private static Map<String, String> state(Random random) {
    String usage = random.nextInt(8) == 0 ? "oops" : String.valueOf(random.nextInt(5) * 100);
    return random.nextInt(4) == 0
        ? Map.of()
        : Map.of(
            "fpga-scheduling.io/fpga-state",
            "{\"recentUsage\":" + usage + ",\"recentReconfigurationTime\":1,\"version\":1}");
  }

  /** A line of the node's own; one node in eight has no watts, one has a falling line. */
  private static Watts watts(String name, double cpu, long salt) {
    Random random = new Random(salt ^ name.hashCode());
    int kind = random.nextInt(8);
    if (kind == 0) {
      return new Watts(Double.NaN, Watts.Origin.NONE, "down");
    }
    return World.watts(100 + (kind == 1 ? -30 : 80) * random.nextDouble() * cpu);
  }

  private static ScoringSettings settings(Random random) {
    PowerMode mode = List.copyOf(EnumSet.allOf(PowerMode.class)).get(random.nextInt(3));
    boolean magnitudes = random.nextBoolean();
    return new ScoringSettings(
        new PolicyWeights(random.nextInt(3), 1 + random.nextInt(2)),
        PowerSettings.of(mode),
        new FpgaSettings(2, 2, 1, magnitudes, Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scoresLieBetween0And100AndNeutralOnesAre50WithAReason(long seed) {
    Random random = new Random(seed);
    Pod pod = build(random);
    List<NodeScore> scores = world.scorer(settings(random)).score(pod, names);
    assertThat(scores).extracting(NodeScore::node).isEqualTo(names);
    assertThat(scores).allMatch(one -> one.score() >= 0 && one.score() <= 100);
    assertThat(scores).filteredOn(NodeScore::neutral).allMatch(one -> one.score() == 50);
    assertThat(scores)
        .filteredOn(one -> one.neutral() && !Double.isNaN(one.coresBefore()))
        .allMatch(one -> !one.reasons().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfNodesDoesNotMatter(long seed) {
    Random random = new Random(seed);
    Pod pod = build(random);
    NodeScorer scorer = world.scorer(settings(random));
    Map<String, NodeScore> first =
        scorer.score(pod, names).stream()
            .collect(Collectors.toMap(NodeScore::node, Function.identity()));
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    assertThat(scorer.score(pod, shuffled))
        .allSatisfy(one -> assertThat(one).isEqualTo(first.get(one.node())));
    assertThat(scorer.estimate(pod, shuffled, 7)).isEqualTo(scorer.estimate(pod, names, 7));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lessPowerNeverScoresLess(long seed) {
    Random random = new Random(seed);
    Pod pod = build(random);
    ScoringSettings settings =
        new ScoringSettings(new PolicyWeights(1, 0), PowerSettings.DEFAULTS, FpgaSettings.DEFAULTS);
    List<NodeScore> known =
        world.scorer(settings).score(pod, names).stream()
            .filter(one -> Double.isFinite(one.deltaWatts()))
            .sorted(Comparator.comparingDouble(NodeScore::deltaWatts))
            .toList();
    for (int i = 1; i < known.size(); i++) {
      assertThat(known.get(i).score()).isLessThanOrEqualTo(known.get(i - 1).score());
    }
    if (known.size() > 1
        && known.get(known.size() - 1).deltaWatts() - known.get(0).deltaWatts() > 0.001) {
      assertThat(known.get(0).score()).isEqualTo(100);
      assertThat(known.get(known.size() - 1).score()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBusierFpgaNeverScoresMore(long seed) {
    Random random = new Random(seed);
    build(random);
    Pod pod =
        World.pod(World.requests(1), Map.of("fpga-scheduling.io/fpga-enabled", "true"), Map.of());
    FpgaSettings fpga = new FpgaSettings(2, 2, 1, seed % 2 == 0, Duration.ofMinutes(5));
    ScoringSettings settings =
        new ScoringSettings(new PolicyWeights(0, 1), PowerSettings.DEFAULTS, fpga);
    NodeScorer scorer = world.scorer(settings);
    for (String name : names) {
      double idle = scoreWith(scorer, pod, name, 0);
      double busy = scoreWith(scorer, pod, name, 250);
      double busier = scoreWith(scorer, pod, name, 1_000);
      assertThat(idle).isGreaterThanOrEqualTo(busy);
      assertThat(busy).isGreaterThanOrEqualTo(busier);
    }
  }

  private double scoreWith(NodeScorer scorer, Pod pod, String name, int usage) {
    String state = "{\"recentUsage\":" + usage + ",\"recentReconfigurationTime\":1}";
    world.node(name, 4, 1, Map.of(), Map.of("fpga-scheduling.io/fpga-state", state));
    return scorer.score(pod, names).get(names.indexOf(name)).score();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void placedPodsCountOnceUntilTheyAreMeasured(long seed) {
    Random random = new Random(seed);
    world.node("n", 1_000, 0, Map.of(), Map.of());
    NodeScorer scorer = world.scorer(ScoringSettings.DEFAULTS);
    Pod asked = World.pod(World.requests(1));
    List<Pod> pods = new ArrayList<>();
    double expected = 0;
    for (int i = 0; i < 20; i++) {
      CpuDemand cpu = World.requests(0.1 + random.nextDouble());
      pods.add(world.bound("n", Pod.Phase.PENDING, cpu, Optional.empty()));
      expected += cpu.requested();
      assertThat(scorer.score(asked, List.of("n")).get(0).coresBefore())
          .isCloseTo(expected, within(1e-9));
    }
    Collections.shuffle(pods, random);
    double measured = 0;
    for (Pod pod : pods) {
      double use = pod.cpu().requested() * (0.5 + random.nextDouble());
      world.measured(pod, use);
      measured += use;
      world.cluster.nodeUsage("n", new Usage(measured, 1, world.now()));
      expected -= pod.cpu().requested();
      assertThat(scorer.score(asked, List.of("n")).get(0).coresBefore())
          .isCloseTo(measured + expected, within(1e-9));
    }
    assertThat(scorer.score(asked, List.of("n", "n")).get(1).coresBefore())
        .isCloseTo(measured, within(1e-9));
  }
}
