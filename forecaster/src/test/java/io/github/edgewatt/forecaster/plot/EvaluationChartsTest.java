package io.github.edgewatt.forecaster.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EvaluationChartsTest {
  @Test
  void fewForecastsAreDots() {
    Figure figure = ScatterChart.of(Samples.predicted("Node CPU", "%", 300), "c");
    assertThat(dots(figure.svg())).isEqualTo(300);
    assertThat(figure.caption())
        .isEqualTo(
            "Node CPU, measured over forecast, %; 300 configurations; on the dashed line they"
                + " agree");
    assertThat(figure.svg())
        .contains("id=\"c\"", "aria-label=\"Node CPU, measured over forecast\"")
        .contains(">forecast, %<", ">200<");
  }

  @Test
  void manyForecastsAreCells() {
    Figure few = ScatterChart.of(Samples.predicted("Node CPU", "%", Cloud.MOST_DOTS), "c");
    Figure many = ScatterChart.of(Samples.predicted("Node CPU", "%", Cloud.MOST_DOTS + 1), "c");
    assertThat(dots(few.svg())).isEqualTo(Cloud.MOST_DOTS);
    assertThat(dots(many.svg())).isZero();
    assertThat(many.caption())
        .contains("2,001 configurations; the stronger the colour, the more lie there");
    assertThat(few.caption()).doesNotContain("stronger");
  }

  @Test
  void tensOfThousandsStaySmall() {
    Predicted target = Samples.predicted("Node CPU", "%", 60_000);
    assertThat(ScatterChart.of(target, "c").svg().length()).isLessThan(40_000);
    assertThat(ResidualChart.of(target, "r").svg().length()).isLessThan(60_000);
    assertThat(CoverageChart.of(target, "b").svg().length()).isLessThan(20_000);
  }

  @Test
  void cellsAreShadedByTheLogarithmOfTheirCount() {
    assertThat(Cloud.shade(0, 1000)).isZero();
    assertThat(Cloud.shade(1, 1000)).isEqualTo(1);
    assertThat(Cloud.shade(30, 1000)).isBetween(3, 4);
    assertThat(Cloud.shade(1000, 1000)).isEqualTo(6);
    assertThat(Cloud.shade(1, 1)).isEqualTo(6);
  }

  @Test
  void residualsHaveARunningBandWhereThereAreEnough() {
    Figure enough = ResidualChart.of(Samples.predicted("Node CPU", "%", 400), "r");
    assertThat(enough.svg()).contains(">median<", ">5 and 95 %<", "var(--warn)");
    assertThat(enough.caption()).contains("measured less forecast", "; beyond the edges: 1");
    Figure few = ResidualChart.of(Samples.predicted("Node CPU", "%", 39), "r");
    assertThat(few.svg()).doesNotContain(">median<", "var(--warn)");
  }

  @Test
  void coverageHasALaneForAllAndForEachBand() {
    Figure named = CoverageChart.of(Samples.predicted("Node CPU", "W", 3000), "b");
    assertThat(named.svg())
        .contains(">all<", "MID curl+nmap", "HEAVY env+figlet+shasum", "of 3,000", "of 2,000");
    Predicted plain = Samples.withoutBands(Samples.predicted("Node CPU", "W", 3000));
    String fifths = CoverageChart.of(plain, "b").svg();
    assertThat(count(fifths, ">forecast [-0-9.]+ to [0-9.]+ W<")).isEqualTo(5);
    assertThat(count(fifths, "% of 600<")).isEqualTo(5);
  }

  @Test
  void ofManyBandsTheWorstAreShown() {
    int bands = 40;
    double[] zero = new double[bands];
    double[] low = new double[bands];
    double[] high = new double[bands];
    String[] band = new String[bands];
    for (int i = 0; i < bands; i++) {
      low[i] = i % 2 == 0 ? -1 : 0.5;
      high[i] = 1;
      band[i] = "pair " + i;
    }
    Predicted target = new Predicted("RAM", "MB", zero, zero, low, high, band);
    Figure figure = CoverageChart.of(target, "b");
    assertThat(figure.caption()).contains("the 24 worst of 40 bands");
    assertThat(count(figure.svg(), ">pair \\d+<")).isEqualTo(24);
    assertThat(count(figure.svg(), ">pair \\d*[13579]<")).isEqualTo(20);
  }

  @Test
  void reliabilityCountsEachTenth() {
    double[] probability = {0, 0.05, 0.1, 0.95, 1, Double.NaN, 1.2};
    boolean[] overloaded = {false, true, false, true, true, true, true};
    Figure figure = ReliabilityChart.of(new OverloadScores(probability, overloaded), "o");
    assertThat(figure.caption()).contains("5 in all");
    assertThat(count(figure.svg(), ">2</text>")).isEqualTo(2);
    assertThat(count(figure.svg(), ">1</text>")).isEqualTo(1);
    assertThat(count(figure.svg(), "<g style='fill:var\\(--median\\)")).isEqualTo(3);
  }

  @Test
  void importanceSumsTheSmallestUp() {
    Figure figure = ImportanceChart.of(Samples.importance("Node CPU", 20), "i");
    assertThat(count(figure.svg(), ">feature \\d+<")).isEqualTo(15);
    assertThat(figure.svg()).contains("50.0\u00a0%", ">5 others<");
    assertThat(figure.svg().indexOf("feature 0<")).isLessThan(figure.svg().indexOf("feature 1<"));
    double[] share = {-1, Double.NaN, 0.5};
    String odd =
        ImportanceChart.of(new Importance("x", List.of("negative", "absent", "half"), share), "i")
            .svg();
    assertThat(odd).contains("negative", "half", "0.0\u00a0%").doesNotContain("absent");
  }

  private static int dots(String svg) {
    return count(svg, "M([0-9.]+,[0-9.]+)L\\1(?=[M'\"])");
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
