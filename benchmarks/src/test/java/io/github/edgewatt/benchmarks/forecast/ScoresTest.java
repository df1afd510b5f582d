package io.github.edgewatt.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.Outlook.Expected;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  @Test
  void scoresByHand() {
    List<Measured> truth = List.of(row(10, 10, 0), row(20, 20, 1), row(30, 30, 0), row(40, 40, 1));
    List<Expected> forecasts =
        List.of(expected(12, .1), expected(18, .4), expected(30, .6), expected(40, .9));
    Scores scores = Scores.of(truth, forecasts);
    assertThat(scores.cpu()).isCloseTo(1 - 8.0 / 500, within(1e-12));
    // In order .9 (overloaded), .6 (not), .4 (overloaded): precisions 1 and 2/3.
    assertThat(scores.precision()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    assertThat(scores.f1()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aCurveReachesAScoreWhereItStaysThere() {
    Curve curve = new Curve(List.of(10, 20, 30, 40), List.of(cpu(.5), cpu(.9), cpu(.7), cpu(.95)));
    assertThat(curve.reaches(Scores::cpu, .4)).hasValue(10);
    assertThat(curve.reaches(Scores::cpu, .6)).hasValue(20);
    assertThat(curve.reaches(Scores::cpu, .8)).hasValue(40);
    assertThat(curve.reaches(Scores::cpu, .99)).isEmpty();
  }

  private static Scores cpu(double value) {
    return new Scores(value, 0, 0);
  }

  private static Measured row(int rate, double cpu, double overloaded) {
    return new Measured(new Configuration(List.of("a", "b"), List.of(rate, 1)), cpu, overloaded);
  }

  private static Expected expected(double cpu, double overload) {
    return new Expected(new double[0], cpu, 1, overload);
  }
}
