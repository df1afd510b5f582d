package io.github.edgewatt.profiler.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.profiler.SimulatedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveDesignTest {
  private static final List<String> SIX = List.of("figlet", "shasum", "nmap", "env", "curl", "eat");
  private static final Map<String, Double> COSTS =
      Map.of("figlet", 2.0, "shasum", 1.0, "nmap", 40.0, "env", 1.0, "curl", 4.0, "eat", 1.5);
  private static final DesignPlan PLAN = new DesignPlan(SIX, 3, 50, 10, 3, 1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 99})
  void everyFunctionAloneAtTheMaximumComesFirst(long seed) {
    Walk walk = run(seed, 600, 30);
    List<Step.Measure> first = walk.measures().subList(0, 6);
    assertThat(first).allMatch(step -> step.kind() == Kind.SOLO && step.repeat() == 1);
    assertThat(first.stream().map(step -> step.configuration().rates().get(0))).containsOnly(50);
    assertThat(new HashSet<>(first)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {300, 450, 600, 900, 3_600})
  void atLeastHalfOfWhatRemainsGoesToMixes(double budgetSeconds) {
    Walk walk = run(1, budgetSeconds, 30);
    int mixes = walk.measured(Kind.MIX).size();
    int refinements = walk.measured(Kind.SOLO).size() - 6;
    assertThat(mixes).isGreaterThanOrEqualTo(refinements).isPositive();
    assertThat(walk.history.elapsedSeconds()).isLessThanOrEqualTo(budgetSeconds);
    assertThat(walk.history.elapsedSeconds()).isGreaterThan(budgetSeconds - 60);
    assertThat(walk.done.reason()).isEqualTo("the budget is spent");
  }

  @Test
  void bisectsToTheKnee() {
    Walk walk = run(1, 3_600, 30);
    // 160 % of one core at 40 ms a request: overloaded above 38.75/s with 5 % idle.
    List<Integer> nmap =
        walk.measured(Kind.SOLO).stream()
            .filter(step -> step.functions().get(0).equals("nmap"))
            .map(step -> step.rates().get(0))
            .distinct()
            .toList();
    assertThat(nmap).startsWith(50, 25, 37, 43);
  }

  @Test
  void mixesCrowdNearTheFrontier() {
    Walk walk = run(1, 7_200, 30);
    SimulatedNode truth = new SimulatedNode(COSTS, 2, 0, 1);
    List<Configuration> mixes = walk.measured(Kind.MIX).stream().distinct().toList();
    assertThat(mixes).hasSizeGreaterThan(20);
    long near =
        mixes.stream()
            .map(truth::demandPercent)
            .filter(demand -> demand > 90 && demand < 220)
            .count();
    assertThat(near).isGreaterThan(mixes.size() / 2);
    assertThat(mixes).allMatch(mix -> mix.rates().stream().allMatch(rate -> rate >= 10));
    assertThat(mixes.stream().map(Configuration::functions).distinct().count()).isGreaterThan(10);
  }

  @Test
  void repeatsUntilTheNoiseIsKnownThenStops() {
    Walk quiet = Walk.run(design(1, 7_200), new SimulatedNode(COSTS, 2, 0.005, 5), 30);
    Walk noisy = Walk.run(design(1, 7_200), new SimulatedNode(COSTS, 2, 0.2, 5), 30);
    assertThat(distinctMixes(quiet)).isGreaterThan(2 * distinctMixes(noisy));
  }

  @Test
  void everyChosenMixIsMeasuredOrExplained() {
    Walk walk = run(3, 280, 30);
    assertThat(walk.skips()).isNotEmpty();
    assertThat(walk.skips().stream().map(Step.Skip::reason))
        .allMatch(reason -> reason.equals("the budget is spent") || reason.startsWith("dominated"));
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(run(7, 900, 30).steps).isEqualTo(run(7, 900, 30).steps);
    assertThat(run(7, 900, 30).steps).isNotEqualTo(run(8, 900, 30).steps);
  }

  @Test
  void aResumedRunGoesOnExactlyThere() {
    Walk whole = run(1, 900, 30);
    for (int cut = 1; cut < whole.steps.size(); cut += 3) {
      Walk resumed = new Walk();
      SimulatedNode node = new SimulatedNode(COSTS, 2, 0.01, 5);
      resumed.go(design(1, 900), node, 30, cut);
      resumed.go(design(1, 900), node, 30, Integer.MAX_VALUE);
      assertThat(resumed.steps).isEqualTo(whole.steps);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 150, 200})
  void resumesInTheMiddleOfLaterBatchesToo(int cut) {
    Walk whole = run(1, 7_200, 30);
    Walk resumed = new Walk();
    SimulatedNode node = new SimulatedNode(COSTS, 2, 0.01, 5);
    resumed.go(design(1, 7_200), node, 30, cut);
    resumed.go(design(1, 7_200), node, 30, Integer.MAX_VALUE);
    assertThat(resumed.steps).isEqualTo(whole.steps);
    assertThat(distinctMixes(whole)).isGreaterThan(48);
  }

  @Test
  void laterBatchesLearnFromEarlierOnes() {
    // Beside others every request costs twice what it does alone: overload comes at half the sum.
    Design design = design(1, 7_200);
    History history = new History();
    SimulatedNode alone = new SimulatedNode(COSTS, 2, 0.01, 5);
    SimulatedNode together = new SimulatedNode(twice(), 2, 0.01, 5);
    List<Double> mixes = new ArrayList<>();
    for (Step step = design.next(history);
        !(step instanceof Step.Done);
        step = design.next(history)) {
      if (step instanceof Step.Skip skip) {
        history.skipped(skip.kind(), skip.configuration());
      } else if (step instanceof Step.Measure measure) {
        boolean solo = measure.kind() == Kind.SOLO;
        if (!solo && measure.repeat() == 1) {
          mixes.add(together.demandPercent(measure.configuration()));
        }
        history.measured(
            (solo ? alone : together)
                .measure(measure.kind(), measure.configuration(), measure.repeat()),
            history.elapsedSeconds() + 30);
      }
    }
    assertThat(mixes).hasSizeGreaterThan(48);
    int batch = 24;
    assertThat(nearFrontier(mixes.subList(batch, mixes.size())))
        .isGreaterThan(nearFrontier(mixes.subList(0, batch)));
  }

  private static Map<String, Double> twice() {
    Map<String, Double> twice = new HashMap<>();
    COSTS.forEach((function, cost) -> twice.put(function, 2 * cost));
    return twice;
  }

  /** The share of mixes within a third of the rule's 160 %. */
  private static double nearFrontier(List<Double> demands) {
    long near = demands.stream().filter(it -> it > 107 && it < 213).count();
    return (double) near / demands.size();
  }

  @Test
  void endsWithoutABudget() {
    Walk walk = run(1, Double.POSITIVE_INFINITY, 30);
    assertThat(walk.measured(Kind.MIX).stream().distinct().count() + walk.skips().size())
        .isEqualTo(80);
    assertThat(walk.done.reason()).isEqualTo("every planned mix is measured or explained");
  }

  @Test
  void profilesAloneWhereNothingIsCombined() {
    Budget budget = Budget.of(600, 20, 1, 5);
    Walk walk =
        Walk.run(
            new AdaptiveDesign(PLAN.soloOnly(), budget, 2),
            new SimulatedNode(COSTS, 2, 0.01, 5),
            30);
    assertThat(walk.measured(Kind.MIX)).isEmpty();
    assertThat(walk.measured(Kind.SOLO)).hasSizeGreaterThan(15);
  }

  @Test
  void namesTheSmallestBudget() {
    Budget budget = Budget.of(1, 20, 1, 5);
    assertThat(budget.smallestSeconds(PLAN)).isEqualTo(7 * budget.firstSeconds());
    assertThat(budget.smallestSeconds(PLAN.soloOnly())).isEqualTo(6 * budget.firstSeconds());
  }

  private static long distinctMixes(Walk walk) {
    return walk.measured(Kind.MIX).stream().distinct().count();
  }

  private static Design design(long seed, double budgetSeconds) {
    DesignPlan plan = new DesignPlan(SIX, 3, 50, 10, 3, seed);
    return new AdaptiveDesign(plan, Budget.of(budgetSeconds, 20, 1, 5), 2);
  }

  private static Walk run(long seed, double budgetSeconds, double secondsEach) {
    return Walk.run(design(seed, budgetSeconds), new SimulatedNode(COSTS, 2, 0.01, 5), secondsEach);
  }
}
