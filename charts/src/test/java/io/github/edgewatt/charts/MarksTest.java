package io.github.edgewatt.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarksTest {
  private static final Mark BACK = new Mark(Glyph.CIRCLE, Ink.VALID, 0);
  private static final Mark FRONT = new Mark(Glyph.CROSS, Ink.FAIL, 1);

  @Test
  void areThemedAndLieBackToFront() {
    Marks marks = new Marks();
    marks.add(FRONT, 1, 1);
    marks.add(BACK, 2, 2);
    String svg = draw(marks);
    assertThat(svg).contains("var(--valid)", "var(--fail)").doesNotContain("rgb(26,127,75)");
    assertThat(svg.lastIndexOf("var(--valid)")).isLessThan(svg.indexOf("var(--fail)"));
  }

  @Test
  void leaveOutWhatIsAbsent() {
    Marks marks = new Marks();
    marks.add(BACK, Double.NaN, 1);
    marks.add(BACK, 1, Double.POSITIVE_INFINITY);
    assertThat(draw(marks)).doesNotContain("var(--valid)").isEqualTo(draw(new Marks()));
  }

  @Test
  void takeAnotherColour() {
    assertThat(BACK.in(Ink.TAIL)).isEqualTo(new Mark(Glyph.CIRCLE, Ink.TAIL, 0));
  }

  @ParameterizedTest
  @EnumSource(Glyph.class)
  void haveAPictureForLegends(Glyph glyph) {
    String picture = Legend.mark(new Mark(glyph, Ink.WARN, 0));
    assertThat(picture).startsWith("<svg class=\"mark\" aria-hidden=\"true\"").endsWith("</svg>");
    assertThat(picture).contains("var(--warn)");
    assertThat(glyph.shape().getBounds2D().getWidth()).isBetween(4.0, 8.0);
  }

  @Test
  void chartsAreDescribedTextAndTheSameEachTime() {
    XYPlot plot = Plots.plot(Plots.linear("requests/s", 70, 5), Plots.decades(2, 90));
    XYSeries line = new XYSeries("line");
    line.add(0, 1);
    line.add(70, 2);
    Plots.addLine(plot, line, Ink.MUTED, 1f, 4f, 3f);
    String svg = Svg.of(Plots.chart(plot), "c1", "what <it> shows", 250, 158);
    assertThat(svg)
        .contains("id=\"c1\" role=\"img\" aria-label=\"what &lt;it&gt; shows\"")
        .contains("viewBox=\"0 0 250 158\"", ">requests/s<", ">80<", ">100<", "var(--muted)");
    assertThat(svg).isEqualTo(Svg.of(Plots.chart(plot), "c1", "what <it> shows", 250, 158));
    assertThat(Pattern.compile("fill-opacity: 1.0").matcher(svg).find()).isFalse();
  }

  private static String draw(Marks marks) {
    XYPlot plot = Plots.plot(Plots.linear(null, 10, 5), Plots.linear(null, 10, 5));
    marks.addTo(plot);
    return Svg.of(Plots.chart(plot), "m", "marks", 100, 100);
  }
}
