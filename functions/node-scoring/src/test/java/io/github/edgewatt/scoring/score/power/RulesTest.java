package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.score.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  private static final double NONE = Double.NaN;
  private static final double OVER = PowerRule.OVER;

  /** A pod whose first container asks for less than the whole. */
  private static Pod pod(CpuDemand all, CpuDemand first) {
    Pod pod = World.pod(all);
    return new Pod(
        "",
        pod.namespace(),
        pod.name(),
        "",
        pod.phase(),
        Map.of(),
        Map.of(),
        all,
        first,
        Optional.empty(),
        Instant.EPOCH);
  }

  private static double[] scores(PowerRule rule, double... deltas) {
    return rule.scores(deltas);
  }

  @Nested
  class WaoV1 {
    private final PowerRule rule = new WaoV1Rule();

    @Test
    void scoresAsPublished() {
      assertThat(scores(rule, NONE, 1, 4, 5, 7, 9)).containsExactly(0, 100, 63, 50, 25, 0);
      assertThat(scores(rule, 5, NONE, 5)).containsExactly(10, 0, 10);
      assertThat(scores(rule, NONE, NONE, NONE)).containsExactly(0, 0, 0);
      assertThat(scores(rule)).isEmpty();
    }

    @Test
    void truncatesWattsTakesADecreaseForAnErrorAndWhatDoesNotFitToo() {
      assertThat(scores(rule, 0.2, 0.9, -0.9)).containsExactly(10, 10, 10);
      assertThat(scores(rule, 1.99, 4.5, -1.2, OVER)).containsExactly(100, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
      // request, limit: added, checked against the capacity, expected once it is placed
      "0, 0.5, 0.425, 0.5, 0.425",
      "0.5, 0, 0.5, 0, 0.5",
      "0.5, 1, 0.5, 1, 0.85",
    })
    void countsTheFirstContainerWithUpstreamsPrecedence(
        double request, double limit, double added, double checked, double expected) {
      CpuDemand first = new CpuDemand(request, limit);
      Pod pod = pod(new CpuDemand(3, 3), first);
      assertThat(rule.demand(pod)).isEqualTo(new Demand(added, checked));
      assertThat(Demand.limitFirst(first)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0", "0.05, 0.1", "0.449, 0.4", "0.95, 1", "-0.05, -0.1", "1.26, 1.3"})
    void asksInTenths(double exact, double asked) {
      PowerPoint point = rule.asked(new PowerPoint(exact, 4, exact, exact, NONE, 23.4));
      assertThat(point.cpu()).isCloseTo(asked, within(1e-12));
      assertThat(point.ambient()).isCloseTo(asked, within(1e-12));
      assertThat(point.cpu1()).isCloseTo(asked, within(1e-12));
      assertThat(point.cpu2()).isNaN();
      assertThat(point.ambientCelsius()).isEqualTo(23.4);
    }

    @Test
    void doesNotClampTemperatures() {
      Range range = Range.of(World.RANGES, "ambient");
      assertThat(rule.normalised(range, 55)).isEqualTo(1.5);
    }
  }

  @Nested
  class WaoV2 {
    private final PowerRule rule = new WaoV2Rule(0.5);

    @Test
    void scoresAsPublished() {
      assertThat(scores(rule, 0, 50, 100)).containsExactly(100, 60, 20);
      assertThat(scores(rule, 7, 7, 7)).containsExactly(20, 20, 20);
      assertThat(scores(rule, NONE, OVER, 10, 20, 30)).containsExactly(0, 1, 100, 60, 20);
      assertThat(scores(rule, NONE, OVER)).containsExactly(0, 1);
    }

    @Test
    void takesADecreaseForNoIncrease() {
      assertThat(scores(rule, -5, 0.5, 10)).containsExactly(100, 100, 20);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 0.5", "0, 1, 1", "0, 0, 0"})
    void countsAllContainersAndTheWholeLimit(double request, double limit, double added) {
      Demand demand = rule.demand(pod(new CpuDemand(request, limit), new CpuDemand(9, 9)));
      assertThat(demand).isEqualTo(new Demand(added, added));
      assertThat(demand.none()).isEqualTo(added == 0);
    }
  }

  @Nested
  class Watts {
    private final PowerRule rule = new WattsRule();

    @Test
    void spreadsKnownNodesOverTheWholeScale() {
      assertThat(scores(rule, 10, 20, 12.5, NONE, OVER)).containsExactly(100, 0, 75, NONE, 0);
      assertThat(scores(rule, -3, 0.25, 0)).startsWith(100, 0).hasSize(3);
    }

    @Test
    void tellsFractionsOfAWattApart() {
      assertThat(scores(rule, 0.1, 0.102)).containsExactly(100, 0);
    }

    @Test
    void seesNoDifferenceInWhatIsNoise() {
      assertThat(scores(rule, 10, 10.0009)).containsExactly(50, 50);
      assertThat(scores(rule, 10)).containsExactly(50);
      assertThat(scores(rule, 7, OVER)).containsExactly(50, 0);
    }

    @Test
    void countsAllContainersAndAPartOfTheLimit() {
      assertThat(rule.demand(pod(new CpuDemand(0, 2), new CpuDemand(9, 9))))
          .isEqualTo(new Demand(1.7, 1.7));
      assertThat(rule.demand(pod(new CpuDemand(1, 2), new CpuDemand(9, 9))))
          .isEqualTo(new Demand(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "10, 0", "25, 0.5", "55, 1"})
    void clampsTemperatures(double celsius, double normalised) {
      assertThat(rule.normalised(Range.of(World.RANGES, "ambient"), celsius)).isEqualTo(normalised);
    }
  }
}
