package io.github.edgewatt.forecaster.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoDataTest {
  private static final double[] NONE = {};
  private static final double[] NAN = {Double.NaN, Double.POSITIVE_INFINITY};
  private static final String[] NO_BAND = {};

  static Stream<Figure> nothingToDraw() {
    Stream<Predicted> targets =
        Stream.of(NONE, NAN).map(v -> new Predicted("t", "W", v, v, v, v, NO_BAND));
    return Stream.concat(
        targets.flatMap(
            target ->
                Stream.of(
                    ScatterChart.of(target, "a"),
                    ResidualChart.of(target, "b"),
                    CoverageChart.of(target, "c"))),
        Stream.of(NONE, NAN).flatMap(NoDataTest::others));
  }

  private static Stream<Figure> others(double[] values) {
    List<String> names = Arrays.stream(values).mapToObj(v -> "f").toList();
    int[] k = new int[values.length];
    CostCurve curve = new CostCurve("f", "g", "CPU", "%", values, values);
    return Stream.of(
        ReliabilityChart.of(new OverloadScores(values, new boolean[values.length]), "d"),
        ImportanceChart.of(new Importance("t", names, values), "e"),
        VarianceChart.of(new ExplainedVariance(values, 2), "f"),
        SilhouetteChart.of(new Silhouettes(k, values, NONE, 2), "g"),
        MapChart.of(new FunctionMap("x", "y", names, values, values, names, List.of()), "h"),
        new CurveCharts(List.of(curve), List.of()).of(curve, "i"));
  }

  @ParameterizedTest
  @MethodSource("nothingToDraw")
  void isSaid(Figure figure) {
    assertThat(figure.svg()).contains(">no data<", "no data\"").doesNotContain("NaN");
    assertThat(figure.caption()).endsWith(": no data");
  }

  static Stream<Predicted> hardlyAnything() {
    double[] one = {3};
    double[] huge = {-1e99, 1e99, 1};
    return Stream.of(
        new Predicted("one", "", one, one, NONE, NONE, NO_BAND),
        Samples.constant(7, 1),
        Samples.constant(0, 50),
        Samples.constant(-1e9, 100),
        Samples.constant(1e-12, 2500),
        new Predicted("huge", "B", huge, huge, huge, huge, NO_BAND));
  }

  @ParameterizedTest
  @MethodSource("hardlyAnything")
  void littleIsDrawn(Predicted target) {
    assertThat(ScatterChart.of(target, "a").svg()).doesNotContain("no data", "NaN", "Infinity");
    assertThat(ResidualChart.of(target, "b").svg()).doesNotContain("no data", "NaN", "Infinity");
    Figure coverage = CoverageChart.of(target, "c");
    assertThat(coverage.svg().contains("no data")).isEqualTo(target.low().length == 0);
  }

  @Test
  void oneOfEachIsDrawn() {
    double[] one = {0.5};
    List<String> name = List.of("f");
    CostCurve curve = new CostCurve("f", "g", "CPU", "", one, one);
    assertThat(
            Stream.of(
                ReliabilityChart.of(new OverloadScores(one, new boolean[1]), "d"),
                ImportanceChart.of(new Importance("t", name, new double[1]), "e"),
                VarianceChart.of(new ExplainedVariance(one, 1), "f"),
                SilhouetteChart.of(new Silhouettes(new int[] {2}, one, one, 2), "g"),
                MapChart.of(new FunctionMap("x", "y", name, one, one, name, name), "h"),
                new CurveCharts(List.of(curve), List.of()).of(curve, "i")))
        .allSatisfy(
            figure -> assertThat(figure.svg()).doesNotContain("no data", "NaN", "Infinity"));
  }

  @Test
  void emptyPagesSayWhatIsMissing() {
    OverloadScores none = new OverloadScores(NONE, new boolean[0]);
    String page = new EvaluationPage("m", "Nothing.", List.of(), List.of(), none, List.of()).html();
    assertThat(page).contains("No target was forecast.", "no data").endsWith("</html>\n");
    Silhouettes silhouettes = new Silhouettes(new int[0], NONE, NONE, 3);
    String groups =
        new GroupingPage(
                "m",
                "Nothing.",
                List.of(),
                new ExplainedVariance(NONE, 0),
                silhouettes,
                List.of(),
                List.of())
            .html();
    assertThat(groups).contains("no data").endsWith("</html>\n");
  }

  @Test
  void unequalLengthsAreRefused() {
    double[] two = {1, 2};
    assertThatThrownBy(() -> new Predicted("t", "W", two, NONE, NONE, NONE, NO_BAND))
        .hasMessage("predicted holds 0 figures, observed 2");
    assertThatThrownBy(() -> new Predicted("t", "W", two, two, two, NONE, NO_BAND))
        .hasMessage("high holds 0 figures, low 2");
    assertThatThrownBy(() -> new Importance("t", List.of("a"), two))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TextTable("t", List.of("a"), 1, List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
