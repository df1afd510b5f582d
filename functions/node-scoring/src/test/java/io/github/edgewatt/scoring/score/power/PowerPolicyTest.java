package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerPolicyTest {
  private final World world = new World();

  private List<PowerScore> score(PowerMode mode, CpuDemand cpu, String... nodes) {
    return world.power(PowerSettings.of(mode)).score(World.pod(cpu), world.entries(nodes));
  }

  @Test
  void prefersTheLeastIncreaseAndAsksOnceForAllNodes() {
    world.node("small", 2, 0.5, Map.of(), Map.of());
    world.node("large", 8, 0.5, Map.of(), Map.of());
    List<PowerScore> scores = score(PowerMode.WATTS, World.requests(1), "small", "large");
    assertThat(world.batches).isEqualTo(1);
    assertThat(world.asked).hasSize(4);
    PowerScore small = scores.get(0);
    assertThat(small.score()).isZero();
    assertThat(small.coresBefore()).isEqualTo(0.5);
    assertThat(small.coresAfter()).isEqualTo(1.5);
    assertThat(small.wattsBefore()).isEqualTo(125);
    assertThat(small.wattsAfter()).isEqualTo(175);
    assertThat(scores.get(1).score()).isEqualTo(100);
    assertThat(scores.get(1).wattsAfter() - scores.get(1).wattsBefore())
        .isCloseTo(12.5, within(1e-9));
    assertThat(scores).allMatch(one -> one.why().isEmpty() && !one.fallback());
  }

  @Test
  void aPodOfTwentiethsOfANodeStillTellsNodesApart() {
    world.node("a", 64, 3, Map.of(), Map.of());
    world.node("b", 65, 3, Map.of(), Map.of());
    assertThat(score(PowerMode.WATTS, World.requests(0.1), "a", "b"))
        .extracting(PowerScore::score)
        .containsExactly(0.0, 100.0);
    assertThat(score(PowerMode.WAO_V1, World.requests(0.1), "a", "b"))
        .extracting(PowerScore::score)
        .containsExactly(10.0, 10.0);
  }

  @Test
  void asksAsWaoDoes() {
    world.node("n", 4, 1.3, World.RANGES, Map.of());
    world.sources.put("n", World.source("n", World.FOUR));
    world.climates.put("n", new Climate(23.4, 61, 150, world.now()));
    score(PowerMode.WAO_V1, World.requests(1), "n");
    assertThat(world.asked)
        .extracting("point")
        .containsExactly(
            new PowerPoint(0.3, 4, 0.4, 0.5, 1.6, 23.4),
            new PowerPoint(0.6, 4, 0.4, 0.5, 1.6, 23.4));
  }

  @Test
  void waoCountsTheLimitForOverload() {
    world.node("n", 3.5);
    CpuDemand little = new CpuDemand(0.1, 1);
    assertThat(score(PowerMode.WAO_V1, little, "n").get(0).why())
        .isEqualTo("over capacity: 4.5 of 4.0 cores");
    assertThat(score(PowerMode.WAO_V1, little, "n").get(0).score()).isZero();
    assertThat(score(PowerMode.WATTS, little, "n").get(0).score()).isEqualTo(50);
  }

  @Test
  void whatDoesNotFitGetsTheLowestScoreOfItsMode() {
    world.node("full", 3.9);
    world.node("free", 0);
    CpuDemand one = World.requests(1);
    assertThat(score(PowerMode.WATTS, one, "full", "free"))
        .extracting(PowerScore::score)
        .containsExactly(0.0, 50.0);
    assertThat(score(PowerMode.WAO_V1, new CpuDemand(1, 1), "full", "free"))
        .extracting(PowerScore::score)
        .containsExactly(0.0, 10.0);
    assertThat(score(PowerMode.WAO_V2, one, "full", "free"))
        .extracting(PowerScore::score)
        .containsExactly(1.0, 20.0);
    assertThat(score(PowerMode.WATTS, one, "full").get(0).why())
        .isEqualTo("over capacity: 4.9 of 4.0 cores");
  }

  @Test
  void fillingANodeToTheBrimFits() {
    world.node("n", 1, 0.1 + 0.2, Map.of(), Map.of());
    assertThat(score(PowerMode.WATTS, World.requests(0.7), "n").get(0).why()).isEmpty();
  }

  @Test
  void aDecreaseIsTheBestOfAll() {
    world.node("falls", 1);
    world.node("rises", 1);
    world.model =
        question ->
            World.watts(
                100 + (question.source().name().equals("falls") ? -9 : 9) * question.point().cpu());
    assertThat(score(PowerMode.WATTS, World.requests(1), "falls", "rises"))
        .extracting(PowerScore::score)
        .containsExactly(100.0, 0.0);
  }

  @Test
  void clampsTemperaturesToTheirRange() {
    world.node("n", 4, 1, World.RANGES, Map.of());
    world.sources.put("n", World.source("n", World.FOUR));
    world.climates.put("n", new Climate(45, 60, 5, world.now()));
    assertThat(score(PowerMode.WATTS, World.requests(1), "n").get(0).ambientCelsius())
        .isEqualTo(45);
    assertThat(world.asked.get(0).point()).isEqualTo(new PowerPoint(0.25, 4, 1, 0.5, 0, 45));
  }

  @Test
  void aSingleSocketAnswersForBothProcessors() {
    Map<String, String> labels = new HashMap<>(World.RANGES);
    labels.keySet().removeIf(key -> key.startsWith("cpu2"));
    world.node("n", 4, 1, labels, Map.of());
    world.sources.put("n", World.source("n", World.FOUR));
    world.climates.put("n", new Climate(25, 60, Double.NaN, world.now()));
    assertThat(score(PowerMode.WATTS, World.requests(1), "n").get(0).why()).isEmpty();
    assertThat(world.asked.get(0).point().cpu2()).isEqualTo(0.5);
  }

  @Test
  void aModelThatAsksForNoTemperatureNeedsNone() {
    world.node("n", 1);
    assertThat(score(PowerMode.WATTS, World.requests(1), "n").get(0).why()).isEmpty();
    world.sources.put("n", World.source("n", List.of(Feature.CPU_PERCENT, Feature.CPU_CORES)));
    assertThat(score(PowerMode.WATTS, World.requests(1), "n").get(0).why()).isEmpty();
  }

  @Test
  void marksTheLine() {
    world.node("n", 1);
    world.model = question -> new Watts(90, Watts.Origin.FALLBACK, "circuit open");
    PowerScore score = score(PowerMode.WATTS, World.requests(1), "n").get(0);
    assertThat(score.fallback()).isTrue();
    assertThat(score.why()).isEqualTo("circuit open");
    assertThat(score.score()).isEqualTo(50);
  }

  @Test
  void asksAgainWhoKnowsOnlyWhileNobodyDoes() {
    world.node("n", 1);
    world.sources.put("n", NodeSource.none("no model for nodes of kind MID"));
    PowerPolicy policy = world.power(PowerSettings.DEFAULTS);
    assertThat(policy.score(World.pod(World.requests(1)), world.entries("n")).get(0).why())
        .isEqualTo("no model for nodes of kind MID");
    world.sources.put("n", World.source("n", List.of(Feature.CPU)));
    assertThat(policy.score(World.pod(World.requests(1)), world.entries("n")).get(0).why())
        .isEmpty();
    world.sources.put("n", NodeSource.none("not asked any more"));
    assertThat(policy.score(World.pod(World.requests(1)), world.entries("n")).get(0).why())
        .isEmpty();
  }
}
