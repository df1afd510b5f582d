package io.github.edgewatt.forecaster.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.RandomModels;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.train.SyntheticMixes;
import io.github.edgewatt.forecaster.model.train.Trainer;
import io.github.edgewatt.forecaster.model.train.TrainingSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerCurveTest {
  private static final NodeType MID = NodeType.ofCores(4);

  private static final PowerCurve BENT =
      new PowerCurve(
          MID,
          .5,
          List.of(new Point(0, 10), new Point(.2, 10), new Point(.5, 40), new Point(1, 90)));

  private static TrainedModel trained() {
    return Trainer.train(
        new TrainingSet(new SyntheticMixes(1, 3).campaign(12), SyntheticMixes.profiles()),
        new Trainer.Options(Optional.empty(), List.of(), 1, 1_000),
        new Trainer.Origin("test", "", Instant.EPOCH));
  }

  @Test
  void isLinearBetweenItsPointsAndClampsShares() {
    assertThat(BENT.watts(-1)).isEqualTo(10);
    assertThat(BENT.watts(.1)).isEqualTo(10);
    assertThat(BENT.watts(.35)).isCloseTo(25, within(1e-12));
    assertThat(BENT.watts(.5)).isEqualTo(40);
    assertThat(BENT.watts(.75)).isCloseTo(65, within(1e-12));
    assertThat(BENT.watts(1)).isEqualTo(90);
    assertThat(BENT.watts(Double.POSITIVE_INFINITY)).isEqualTo(90);
    assertThat(BENT.idleWatts()).isEqualTo(10);
    assertThat(BENT.fullWatts()).isEqualTo(90);
    assertThatThrownBy(() -> BENT.watts(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesCurvesThatFallOrDoNotSpanTheNode() {
    for (List<Point> points :
        List.of(
            List.of(new Point(0, 1)),
            List.of(new Point(.1, 1), new Point(1, 2)),
            List.of(new Point(0, 1), new Point(.9, 2)),
            List.of(new Point(0, 3), new Point(1, 2)),
            List.of(new Point(0, 1), new Point(.5, 2), new Point(.5, 3), new Point(1, 3)))) {
      assertThatThrownBy(() -> new PowerCurve(MID, 1, points))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Point(Double.NaN, 1)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> new Point(0, Double.NaN)).hasMessageContaining("0 or more");
  }

  /** The synthetic node draws 1 W at rest and 0.01 W for each percent of a core above. */
  @Test
  void readsTheTruthOffATrainedModel() {
    TrainedModel model = trained();
    PowerCurve curve = PowerCurve.of(model, MID);
    Idle rest = model.nodes().get(MID);
    assertThat(curve.node()).isEqualTo(MID);
    assertThat(curve.idleWatts()).isEqualTo(rest.powerWatts());
    assertThat(curve.forecastTo()).isGreaterThan(.4);
    for (double share = .05; share <= curve.forecastTo(); share += .05) {
      double truth = 1 + .01 * (400 * share - rest.cpuPercent());
      assertThat(curve.watts(share)).as("at " + share).isCloseTo(truth, within(.2));
    }
    double slope = (curve.fullWatts() - curve.watts(curve.forecastTo())) / (1 - curve.forecastTo());
    assertThat(slope).as("beyond the forecasts").isCloseTo(4, within(.4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverFallsWhateverTheModelSays(long seed) {
    TrainedModel model = new RandomModels(seed).complete(5, 31);
    for (NodeType node : model.nodes().keySet()) {
      PowerCurve curve = PowerCurve.of(model, node);
      double idle = model.nodes().get(node).powerWatts();
      assertThat(curve.watts(0)).isEqualTo(idle);
      assertThat(curve.watts(model.nodes().get(node).cpuPercent() / (100.0 * node.cores())))
          .isEqualTo(idle);
      double before = idle;
      for (int i = 0; i <= 1000; i++) {
        double watts = curve.watts(i / 1000.0);
        assertThat(watts).isFinite().isGreaterThanOrEqualTo(before - 1e-9);
        before = watts;
      }
      assertThat(PowerCurve.of(model, node)).isEqualTo(curve);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isAsSmoothAsItsPoints(long seed) {
    PowerCurve curve = PowerCurve.of(new RandomModels(seed).complete(5, 31), MID);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      double at = random.nextDouble();
      double watts = curve.watts(at);
      for (Point point : curve.points()) {
        if (point.cpuShare() <= at) {
          assertThat(point.watts()).isLessThanOrEqualTo(watts + 1e-9);
        } else {
          assertThat(point.watts()).isGreaterThanOrEqualTo(watts - 1e-9);
        }
      }
    }
  }

  @Test
  void saysWhatAModelLacks() {
    assertThatThrownBy(() -> PowerCurve.of(new RandomModels(1).groups(), MID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model forecasts no power: train it on measurements with a power meter");
    TrainedModel model = new RandomModels(1).complete(2, 5);
    assertThatThrownBy(() -> PowerCurve.of(model, NodeType.ofCores(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no node type NODE64 with 64 cores; it knows LIGHT, MID, HEAVY");
    TrainedModel blind = withNodes(model, new Idle(10, 2e9, 25, Double.NaN));
    assertThatThrownBy(() -> PowerCurve.of(blind, MID))
        .hasMessage("the model does not know what MID uses and draws at rest");
  }

  private static TrainedModel withNodes(TrainedModel model, Idle rest) {
    return new TrainedModel(
        model.header(),
        model.profiles(),
        model.physics(),
        model.rates(),
        Map.of(MID, rest),
        model.highestRates(),
        model.targets(),
        model.overload(),
        model.functionTargets(),
        Map.of());
  }
}
