package io.github.edgewatt.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotsTest {
  @ParameterizedTest
  @CsvSource({"-5, 400", "0, 1", "-1e-7, 1e-7", "1e9, 1.2e9", "-9, -3", "-1e99, 1e99"})
  void anAxisHoldsItsValuesInFewSteps(double min, double max) {
    NumberAxis axis = Plots.between("x", min, max, 5);
    assertThat(axis.getLowerBound()).isLessThan(min);
    assertThat(axis.getUpperBound()).isGreaterThan(max);
    assertThat((max - min) / axis.getTickUnit().getSize()).isBetween(1.9, 5.0);
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "-5", "1e12", "1e-9"})
  void anAxisOfOneValueGoesAroundIt(double value) {
    NumberAxis axis = Plots.between(null, value, value, 5);
    assertThat(axis.getRange().getCentralValue())
        .isEqualTo(value, within(1e-9 * (1 + Math.abs(value))));
    assertThat(axis.getRange().getLength()).isGreaterThan(Math.abs(value) / 2);
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 1", "2, 2, 1", "1, 40, 5", "0, 0, 1"})
  void wholeNumbersHaveWholeSteps(int min, int max, double step) {
    NumberAxis axis = Plots.whole("k", min, max, 10);
    assertThat(axis.getTickUnit().getSize()).isEqualTo(step);
    assertThat(axis.getLowerBound()).isEqualTo(min - 0.5);
    assertThat(axis.getUpperBound()).isEqualTo(max + 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 50, 50",
    "99999, 20000, 20000",
    "2.5e8, 2e8, 200M",
    "2.5e8, 0, 0",
    "123456, 1500, 1.5k",
    "9e20, 5e20, 500E",
    "1e-3, 2e-4, 2E-4",
    "1e30, 2e30, 2E30"
  })
  void largeValuesAreLabelledShort(double largest, double value, String label) {
    assertThat(Suffixed.of(largest).format(value)).isEqualTo(label);
  }

  @Test
  void overlaysLieBehindLinesAndUnderTheirKey() {
    XYPlot plot = Plots.plot(Plots.between("x", 0, 10, 5), Plots.between(null, 0, 10, 5));
    Overlay overlay =
        new Overlay() {
          @Override
          protected void paint(Graphics2D graphics, Pixels pixels) {
            assertThat(pixels.area().contains(pixels.x(5), pixels.y(5))).isTrue();
            graphics.setPaint(Ink.TAIL.color(100));
            graphics.draw(new Line2D.Double(pixels.x(0), pixels.y(0), pixels.x(10), pixels.y(10)));
          }
        };
    Plots.addBehind(plot, overlay);
    Marks marks = new Marks();
    Mark mark = new Mark(Glyph.DIAMOND, Ink.VALID, 0);
    marks.add(mark, 5, 5);
    marks.addTo(plot);
    Key key = new Key().mark(mark, "a <mark>").line(Ink.WARN, "a line", 4f, 3f);
    key.area(Ink.SKIP, "an area");
    String svg = Svg.of(Plots.chart(plot, key), "p", "with a key", 300, 200);
    assertThat(svg).contains(">a &lt;mark&gt;<", ">a line<", ">an area<");
    assertThat(svg.indexOf("var(--tail)")).isPositive();
    assertThat(svg.lastIndexOf("var(--valid)")).isGreaterThan(svg.indexOf("var(--tail)"));
  }

  @Test
  void aFileOfItsOwnNeedsNoPage() {
    XYPlot plot = Plots.plot(Plots.linear("x", 10, 5), Plots.linear(null, 10, 5));
    String element = Svg.of(Plots.chart(plot), "p", "alone", 300, 200);
    assertThat(element).contains("var(--axis)");
    assertThat(Svg.standalone(element))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"p\"")
        .contains(" width=\"300\" height=\"200\" font-family=\"sans-serif\">")
        .contains(Ink.AXIS.css())
        .doesNotContain("var(");
    assertThatThrownBy(() -> Svg.standalone("<svg></svg>")).hasMessageContaining("viewBox");
  }
}
