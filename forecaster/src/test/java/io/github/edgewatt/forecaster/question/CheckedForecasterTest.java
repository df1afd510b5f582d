package io.github.edgewatt.forecaster.question;

import static io.github.edgewatt.forecaster.question.FakeForecaster.MID;
import static io.github.edgewatt.forecaster.question.FakeForecaster.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckedForecasterTest {
  private final FakeForecaster model = FakeForecaster.rising();
  private final CheckedForecaster forecaster = new CheckedForecaster(model);

  @Test
  void fillsInWhatIsNotKnownAtRest() {
    Idle given = new Idle(100, Double.NaN, Double.NaN, Double.NaN);
    Forecast answer = forecaster.forecast(Load.of(MID, Map.of("env", 10.0), given));
    assertThat(answer.node().get(Target.CPU).value()).isEqualTo(110);
    assertThat(answer.node().get(Target.RAM).value()).isEqualTo(3.35e9);
  }

  @Test
  void answersANodeAtRestWithItsFigures() {
    Idle given = new Idle(30, Double.NaN, Double.NaN, Double.NaN);
    Forecast rest = forecaster.forecast(Load.of(MID, Map.of("env", 0.0), given));
    assertThat(rest.node().get(Target.CPU).value()).isEqualTo(30);
    assertThat(rest.node().get(Target.RAM).value()).isEqualTo(3.34e9);
    assertThat(rest.node().get(Target.POWER).value()).isEqualTo(0.77);
    assertThat(rest.overload()).isZero();
    assertThat(rest.warnings()).isEmpty();
  }

  @Test
  void asksForManyLoadsAtOnceAndInOrder() {
    List<Forecast> answers =
        forecaster.forecastAll(
            List.of(
                Load.of(MID, Map.of("env", 1.0), UNKNOWN),
                Load.of(MID, Map.of(), UNKNOWN),
                Load.of(MID, Map.of("env", 3.0), UNKNOWN)));
    assertThat(answers)
        .extracting(a -> a.node().get(Target.CPU).value())
        .containsExactly(63.0, 62.0, 65.0);
    assertThat(model.batches).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {200.001, 1e4, 1e9, 1e300})
  void marksRatesBeyondTheMeasuredOnes(double rate) {
    Forecast answer =
        forecaster.forecast(Load.of(MID, Map.of("figlet", rate, "env", 5.0), UNKNOWN));
    assertThat(answer.is(Warning.Kind.EXTRAPOLATED)).isTrue();
    assertThat(answer.warnings()).hasSize(1);
    assertThat(answer.warnings().get(0).what()).contains("figlet").endsWith("measured up to 200/s");
  }

  @Test
  void leavesTheModelsOwnWarningAlone() {
    Warning own = new Warning(Warning.Kind.EXTRAPOLATED, "far out");
    CheckedForecaster warned = new CheckedForecaster(new FakeForecaster(load -> 0, own));
    assertThat(warned.forecast(Load.of(MID, Map.of("env", 900.0), UNKNOWN)).warnings())
        .containsExactly(own);
  }

  @Test
  void doesNotMarkTheHighestMeasuredRate() {
    assertThat(forecaster.forecast(Load.of(MID, Map.of("figlet", 200.0), UNKNOWN)).warnings())
        .isEmpty();
  }

  @Test
  void refusesWhatTheModelDoesNotKnow() {
    assertThatThrownBy(() -> forecaster.forecast(Load.of(MID, Map.of("figlt", 5.0), UNKNOWN)))
        .isInstanceOf(BadQuestionException.class)
        .hasMessage("unknown function 'figlt': the model knows env, figlet, nmap");
    assertThatThrownBy(() -> forecaster.node("HEAVY"))
        .isInstanceOf(BadQuestionException.class)
        .hasMessage(
            "unknown node type 'HEAVY': the model knows LIGHT, MID; bin/forecaster calibrate adapts"
                + " it to another");
    assertThatThrownBy(() -> forecaster.check(Load.of(NodeType.ofCores(8), Map.of(), UNKNOWN)))
        .hasMessageContaining("unknown node type 'NODE8'");
    assertThat(forecaster.node(" mid")).isEqualTo(MID);
  }

  @Test
  void refusesARestThatUsesMoreThanTheNodeHas() {
    Idle busy = new Idle(401, Double.NaN, Double.NaN, Double.NaN);
    assertThatThrownBy(() -> forecaster.check(Load.of(MID, Map.of(), busy)))
        .hasMessage("CPU at rest is 401 %, but MID has 400 % in all");
    Idle full = new Idle(Double.NaN, Double.NaN, 101, Double.NaN);
    assertThatThrownBy(() -> forecaster.check(Load.of(MID, Map.of(), full)))
        .hasMessage("memory at rest is 101 % of all: 100 at most");
  }
}
