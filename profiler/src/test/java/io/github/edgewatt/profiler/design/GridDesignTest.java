package io.github.edgewatt.profiler.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.SimulatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GridDesignTest {
  private static final List<String> THREE = List.of("a", "b", "c");
  private static final Budget ENDLESS = Budget.of(Double.POSITIVE_INFINITY, 20, 1, 5);
  private final DesignPlan plan = new DesignPlan(THREE, 3, 50, 25, 1, 1);

  @Test
  void measuresEveryConfigurationOfALightNode() {
    SimulatedNode node = new SimulatedNode(Map.of("a", 1.0, "b", 1.0, "c", 1.0), 2, 0, 1);
    Walk walk = Walk.run(new GridDesign(plan, Optional.empty(), ENDLESS), node, 30);
    assertThat(walk.measured(Kind.SOLO))
        .containsExactly(
            Configuration.solo("a", 50), Configuration.solo("b", 50), Configuration.solo("c", 50));
    assertThat(walk.measured(Kind.MIX)).hasSize(27).doesNotHaveDuplicates();
    assertThat(walk.skips()).isEmpty();
  }

  @Test
  void prunesOnlyWhatAnOverloadedConfigurationDominates() {
    SimulatedNode node = new SimulatedNode(Map.of("a", 20.0, "b", 25.0, "c", 30.0), 2, 0, 1);
    Walk walk = Walk.run(new GridDesign(plan, Optional.empty(), ENDLESS), node, 30);
    Set<Configuration> overloaded =
        walk.measures().stream()
            .filter(step -> walk.history.overloaded(step.kind(), step.configuration()))
            .map(Step.Measure::configuration)
            .collect(Collectors.toSet());
    assertThat(walk.measured(Kind.MIX).size() + walk.skips().size()).isEqualTo(27);
    assertThat(walk.skips()).isNotEmpty();
    assertThat(walk.skips())
        .allSatisfy(
            skip -> {
              assertThat(overloaded).anyMatch(skip.configuration()::atLeast);
              assertThat(node.demandPercent(skip.configuration())).isGreaterThan(155);
              assertThat(skip.reason()).startsWith("dominated by ");
            });
  }

  @Test
  void remembersDominanceAcrossRowsAndCombinations() {
    DesignPlan pairs = new DesignPlan(THREE, 2, 50, 25, 1, 1);
    SimulatedNode node = new SimulatedNode(Map.of("a", 50.0, "b", 1.0, "c", 1.0), 2, 0, 1);
    Walk walk = Walk.run(new GridDesign(pairs, Optional.empty(), ENDLESS), node, 30);
    // a=50 alone overloads, so no mix with a=50 is measured in any combination.
    assertThat(walk.measured(Kind.MIX)).noneMatch(mix -> mix.rateOf("a") == 50);
    assertThat(walk.skips()).hasSize(6);
  }

  @Test
  void repeatsAConfigurationInARow() {
    DesignPlan repeated = new DesignPlan(THREE, 1, 50, 25, 3, 1);
    SimulatedNode node = new SimulatedNode(Map.of("a", 1.0, "b", 1.0, "c", 1.0), 2, 0, 1);
    Walk walk = Walk.run(new GridDesign(repeated, Optional.empty(), ENDLESS), node, 30);
    assertThat(walk.measures().stream().map(Step.Measure::repeat))
        .containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
  }

  @Test
  void triesAnInvalidMeasurementOnceMore() {
    Design design =
        new GridDesign(new DesignPlan(List.of("a"), 1, 50, 25, 1, 1), Optional.empty(), ENDLESS);
    SimulatedNode node = new SimulatedNode(Map.of("a", 1.0), 2, 0, 1);
    History history = new History();
    List<Integer> repeats = new ArrayList<>();
    while (design.next(history) instanceof Step.Measure step) {
      repeats.add(step.repeat());
      Verdict invalid = new Verdict(Verdict.Kind.INVALID, List.of("pause"));
      history.measured(node.measure(step.kind(), step.configuration(), step.repeat(), invalid), 30);
    }
    assertThat(repeats).containsExactly(1, 2);
  }

  @Test
  void startsAtThePointOfAConfigurationFile() {
    Configuration point = new Configuration(List.of("a", "c"), List.of(25, 50));
    DesignPlan pairs = new DesignPlan(THREE, 2, 50, 25, 1, 1);
    SimulatedNode node = new SimulatedNode(Map.of("a", 1.0, "b", 1.0, "c", 1.0), 2, 0, 1);
    Walk walk = Walk.run(new GridDesign(pairs, Optional.of(point), ENDLESS), node, 30);
    assertThat(walk.measured(Kind.SOLO)).isEmpty();
    assertThat(walk.measured(Kind.MIX)).hasSize(4 + 9).startsWith(point);
  }

  @Test
  void aResumedRunMeasuresTheSameSet() {
    Map<String, Double> costs = Map.of("a", 20.0, "b", 25.0, "c", 30.0);
    Walk whole =
        Walk.run(
            new GridDesign(plan, Optional.empty(), ENDLESS), new SimulatedNode(costs, 2, 0, 1), 30);
    for (int cut = 1; cut < whole.steps.size(); cut++) {
      Walk resumed = new Walk();
      SimulatedNode node = new SimulatedNode(costs, 2, 0, 1);
      resumed.go(new GridDesign(plan, Optional.empty(), ENDLESS), node, 30, cut);
      resumed.go(new GridDesign(plan, Optional.empty(), ENDLESS), node, 30, Integer.MAX_VALUE);
      assertThat(resumed.steps).isEqualTo(whole.steps);
    }
  }

  @Test
  void explainsFunctionsThatCannotBeDeployed() {
    SimulatedNode node = new SimulatedNode(Map.of("a", 1.0, "b", 1.0, "c", 1.0), 2, 0, 1);
    Walk walk = new Walk();
    walk.history.unavailable("b", "exited with 1");
    walk.go(new GridDesign(plan, Optional.empty(), ENDLESS), node, 30, Integer.MAX_VALUE);
    assertThat(walk.measures()).hasSize(2);
    assertThat(walk.skips())
        .hasSize(1 + 27)
        .allMatch(skip -> skip.reason().equals("b cannot be deployed: exited with 1"));
  }
}
