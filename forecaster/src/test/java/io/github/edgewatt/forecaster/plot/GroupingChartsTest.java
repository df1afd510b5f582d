package io.github.edgewatt.forecaster.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GroupingChartsTest {
  private static final GroupingPage PAGE = Samples.grouping();

  @Test
  void theMapNamesFunctionsAndGroups() {
    String svg = MapChart.of(PAGE.maps().get(0), "m").svg();
    PAGE.maps().get(0).functions().forEach(name -> assertThat(svg).contains(">" + name + "<"));
    assertThat(svg).containsSubsequence(">LOW<", ">MEDIUM<", ">HIGH<");
    assertThat(svg).contains("var(--median)", "var(--valid)", "var(--warn)");
  }

  @Test
  void neighboursOnTheMapDoNotHideEachOthersNames() {
    String svg = MapChart.of(PAGE.maps().get(0), "m").svg();
    assertThat(positionOf(svg, "figlet")).isNotEqualTo(positionOf(svg, "shasum"));
  }

  @Test
  void functionsWithoutAPlaceAreNamed() {
    FunctionMap map =
        new FunctionMap(
            "x",
            "y",
            List.of("a", "b", "c"),
            new double[] {1, Double.NaN, 3},
            new double[] {1, 2, Double.POSITIVE_INFINITY},
            List.of("G", "G", "H"),
            List.of());
    assertThat(MapChart.of(map, "m").caption()).endsWith("without a place: b, c");
  }

  @Test
  void componentsAreBarsAndASum() {
    String svg = VarianceChart.of(PAGE.variance(), "v").svg();
    assertThat(svg).contains(">kept<", ">left out<", ">sum<", ">component<");
    String allKept = VarianceChart.of(new ExplainedVariance(new double[] {0.9, 0.1}, 2), "v").svg();
    assertThat(allKept).contains(">kept<").doesNotContain(">left out<");
  }

  @Test
  void theSilhouetteMarksTheKInUse() {
    Figure figure = SilhouetteChart.of(PAGE.silhouettes(), "s");
    assertThat(figure.caption()).endsWith("the line marks the 3 in use");
    assertThat(figure.svg()).contains(">silhouette<", ">stability<", ">5<");
    Silhouettes alone =
        new Silhouettes(new int[] {2, 3}, new double[] {-0.2, 0.1}, new double[0], 3);
    assertThat(SilhouetteChart.of(alone, "s").svg()).doesNotContain(">stability<");
  }

  @Test
  void curvesShareAScaleWhereTheyCan() {
    CurveCharts charts = new CurveCharts(PAGE.curves(), List.of("LOW", "MEDIUM", "HIGH"));
    assertThat(charts.sharedScales()).containsExactly("Memory");
    Figure memory = charts.of(PAGE.curves().get(1), "c");
    assertThat(memory.caption()).isEqualTo("Memory, bytes");
    assertThat(memory.svg()).contains(">200M<", ">requests/s<", "var(--median)");
    assertThat(charts.of(PAGE.curves().get(4), "c").svg()).contains("var(--warn)");
  }

  private static String positionOf(String svg, String text) {
    Matcher matcher = Pattern.compile("<text[^>]*y=['\"]([0-9.]+)['\"][^>]*>" + text).matcher(svg);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
