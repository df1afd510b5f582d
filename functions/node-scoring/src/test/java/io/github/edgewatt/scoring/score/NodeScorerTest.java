package io.github.edgewatt.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Replicas;
import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeScorerTest {
  private static final String STATE = "fpga-scheduling.io/fpga-state";
  private static final Map<String, String> ENABLED = Map.of("fpga-scheduling.io/enabled", "true");
  private final World world = new World();

  private void node(String name, double cores, int fpgaMillis) {
    String state =
        "{\"recentUsage\":%d,\"recentReconfigurationTime\":0,\"version\":1}".formatted(fpgaMillis);
    world.node(name, cores, 1, Map.of(), fpgaMillis < 0 ? Map.of() : Map.of(STATE, state));
  }

  private static ScoringSettings settings(String weights) {
    return new ScoringSettings(
        PolicyWeights.parse(weights), PowerSettings.DEFAULTS, FpgaSettings.DEFAULTS);
  }

  private List<Double> scores(String weights, Pod pod, String... nodes) {
    return world.scorer(settings(weights)).score(pod, List.of(nodes)).stream()
        .map(NodeScore::score)
        .toList();
  }

  @Test
  void combinesPoliciesByTheirWeights() {
    node("large", 8, 200);
    node("small", 2, 100);
    Pod pod = World.pod(World.requests(1), ENABLED, Map.of());
    assertThat(scores("power=1", pod, "large", "small")).containsExactly(100.0, 0.0);
    assertThat(scores("fpga=1", pod, "large", "small")).containsExactly(80.0, 100.0);
    assertThat(scores("power=1,fpga=1", pod, "large", "small")).containsExactly(90.0, 50.0);
    assertThat(scores("power=1,fpga=3", pod, "large", "small")).containsExactly(85.0, 75.0);
  }

  @Test
  void aPolicyThatDoesNotJudgeThePodDoesNotCount() {
    node("large", 8, 200);
    node("small", 2, 100);
    assertThat(scores("power=1,fpga=1", World.pod(World.requests(1)), "large", "small"))
        .containsExactly(100.0, 0.0);
    Pod noCpu = World.pod(World.requests(0), ENABLED, Map.of());
    assertThat(scores("power=1,fpga=1", noCpu, "large", "small")).containsExactly(80.0, 100.0);
    Pod nothing = World.pod(World.requests(0));
    assertThat(scores("power=1,fpga=1", nothing, "large", "small")).containsExactly(50.0, 50.0);
  }

  @Test
  void whatOnePolicyCannotJudgeCountsFifty() {
    node("large", 8, 100);
    node("small", 2, 100);
    node("broken", 4, -1);
    world.node("broken", 100, 1, Map.of(), Map.of(STATE, "{"));
    Pod pod = World.pod(World.requests(1), ENABLED, Map.of());
    assertThat(scores("power=1,fpga=1", pod, "large", "small", "broken").get(2)).isEqualTo(75);
    NodeScore score =
        world.scorer(settings("fpga=1")).score(pod, List.of("large", "broken")).get(1);
    assertThat(score.neutral()).isTrue();
    assertThat(score.score()).isEqualTo(50);
    assertThat(score.fpga()).isNaN();
  }

  @Test
  void showsHowAScoreCameAbout() {
    node("n", 4, 0);
    Pod pod = World.pod(World.requests(1), ENABLED, Map.of());
    NodeScore score = world.scorer(ScoringSettings.DEFAULTS).score(pod, List.of("n")).get(0);
    assertThat(score)
        .isEqualTo(
            new NodeScore("n", 75, false, 4, 1, 2, Double.NaN, 125, 150, false, 100, List.of()));
    assertThat(score.deltaWatts()).isEqualTo(25);
  }

  @Test
  void unknownNodesAreNeutralAndPass() {
    node("n", 4, 0);
    NodeScorer scorer = world.scorer(ScoringSettings.DEFAULTS);
    Pod pod = World.pod(World.requests(1));
    List<NodeScore> scores = scorer.score(pod, List.of("gone", "n", "lost", "n"));
    assertThat(scores).extracting(NodeScore::node).containsExactly("gone", "n", "lost", "n");
    assertThat(scores).extracting(NodeScore::neutral).containsExactly(true, false, true, false);
    assertThat(scores.get(0).reasons()).containsExactly("the node is not known");
    assertThat(scorer.filter(pod, List.of("gone", "n"))).isEmpty();
    assertThat(scorer.score(pod, List.of())).isEmpty();
    assertThat(scorer.filter(pod, List.of())).isEmpty();
    assertThat(scorer.estimate(pod, List.of(), 1).steps()).isEmpty();
    assertThat(scorer.estimate(pod, List.of("gone"), 1).why())
        .isEqualTo("no node has room for more");
  }

  @Test
  void anotherVendorIsRefusedForGood() {
    String key = "fpga-scheduling.io/fpga-vendor";
    world.node("amd", 4, 1, Map.of(key, "amd"), Map.of());
    world.node("intel", 4, 1, Map.of(key, "intel"), Map.of());
    world.node("none", 1);
    Pod pod = World.pod(World.requests(1), Map.of(key, "amd"), Map.of());
    List<String> all = List.of("amd", "intel", "none", "unknown");
    assertThat(world.scorer(ScoringSettings.DEFAULTS).filter(pod, all))
        .containsExactly(
            new Rejection("intel", "the pod wants another FPGA vendor than the node has", true));
    assertThat(world.scorer(settings("power")).filter(pod, all)).isEmpty();
  }

  @Test
  void replicasAreKeptApartWhereTheyCostLeast() {
    Replicas set =
        new Replicas("set", "default", "web", 3, Map.of("edgewatt.io/podspread-rate", "1"));
    world.cluster.put(set);
    node("small", 2, -1);
    node("large", 8, -1);
    node("middle", 4, -1);
    NodeScorer scorer = world.scorer(ScoringSettings.DEFAULTS);
    List<String> all = List.of("small", "large", "middle");
    assertThat(scorer.filter(World.replica("one", set), all))
        .extracting(Rejection::node)
        .containsExactly("small", "middle");
    assertThat(scorer.filter(World.replica("two", set), all))
        .extracting(Rejection::node)
        .containsExactly("small", "large");
    world.bound(
        "large",
        Pod.Phase.RUNNING,
        World.requests(1),
        Optional.of(new Owner("ReplicaSet", "web", "set")));
    assertThat(scorer.filter(World.replica("one", set), all)).allMatch(one -> !one.forGood());
  }

  @Test
  void saysWhyReplicasAreNotKeptApart() {
    node("n", 4, -1);
    Pod pod = World.pod(World.requests(1), Map.of(), Map.of("edgewatt.io/podspread-rate", "much"));
    assertThat(world.scorer(ScoringSettings.DEFAULTS).score(pod, List.of("n")).get(0).reasons())
        .containsExactly("not spread: its rate is not a number from 0 to 1");
  }

  @Test
  void estimatesAddUpAndPassOverNodesThatTakeNoPods() {
    node("n", 4, -1);
    world.cluster.put(new Node("closed", Map.of(), Map.of(), "", 64, 1, true));
    Estimate estimate =
        world
            .scorer(ScoringSettings.DEFAULTS)
            .estimate(World.pod(World.requests(1)), List.of("closed", "n"), 5);
    assertThat(estimate.steps())
        .containsExactly(
            new Estimate.Step("n", 25, 25),
            new Estimate.Step("n", 25, 50),
            new Estimate.Step("n", 25, 75));
    assertThat(estimate.why()).isEqualTo("no node has room for more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"power=1,fpga=2; 1; 2", " power = 0.5 ; 0.5; 0", "fpga; 0; 1", "power,fpga=0; 1; 0"})
  void readsWeights(String text, double power, double fpga) {
    assertThat(PolicyWeights.parse(text)).isEqualTo(new PolicyWeights(power, fpga));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "power=0",
        "power=-1",
        "power=x",
        "cost=1",
        "power=NaN",
        "power=Infinity",
        "power=1,"
      })
  void refusesWeightsThatAreNone(String text) {
    assertThatThrownBy(() -> PolicyWeights.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }
}
