package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Days as marks: latency to the right, joules upwards, both over those of upstream's same day. */
final class ResultChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int STEPS = 6;
  private static final float[] DASH = {4, 4};

  private static final List<Mark> MARKS =
      List.of(
          new Mark(Glyph.CROSS, Ink.TEXT, 3),
          new Mark(Glyph.HOLLOW_SQUARE, Ink.MEDIAN, 1),
          new Mark(Glyph.CROSS, Ink.SKIP, 0),
          new Mark(Glyph.HOLLOW_TRIANGLE, Ink.TAIL, 1),
          new Mark(Glyph.CIRCLE, Ink.VALID, 2),
          new Mark(Glyph.DIAMOND, Ink.WARN, 1),
          new Mark(Glyph.TRIANGLE, Ink.FAIL, 1));

  private final Tables tables;

  ResultChart(Tables tables) {
    this.tables = tables;
  }

  /** The days over so many zones, as an SVG file. */
  String of(int zones) {
    Marks marks = new Marks();
    Key key = new Key();
    double left = 0.5;
    double right = 2;
    double low = 1;
    double high = 1;
    for (int c = 0; c < tables.contenders().size(); c++) {
      String contender = tables.contenders().get(c);
      Mark mark = MARKS.get(c % MARKS.size());
      List<DayResult> upstream = tables.of(zones, Contenders.UPSTREAM);
      List<DayResult> days = Tables.shared(tables.of(zones, contender), upstream);
      List<DayResult> base = Tables.shared(upstream, days);
      for (int i = 0; i < days.size(); i++) {
        double x = days.get(i).p95Millis() / base.get(i).p95Millis();
        double y = days.get(i).joulesPerRequest() / base.get(i).joulesPerRequest();
        left = Math.min(left, x);
        right = Math.max(right, x);
        low = Math.min(low, y);
        high = Math.max(high, y);
        marks.add(mark, Math.log10(x), y);
      }
      key.mark(mark, contender);
    }
    NumberAxis across = Plots.decades(left, right);
    across.setLabel("95th percentile of latency, times upstream's");
    XYPlot plot =
        Plots.plot(across, Plots.between("joules a request, times upstream's", low, high, STEPS));
    plot.setDomainGridlinesVisible(true);
    Plots.addLine(plot, line(0, low, 0, high), Ink.MUTED, 1, DASH);
    Plots.addLine(plot, line(Math.log10(left), 1, Math.log10(right), 1), Ink.MUTED, 1, DASH);
    marks.addTo(plot);
    String words =
        String.format(
            Locale.ROOT,
            "Days over %d zones, a mark each: latency and joules a request beside upstream's",
            zones);
    return Svg.standalone(Svg.of(Plots.chart(plot, key), "osmotic-" + zones, words, WIDTH, HEIGHT));
  }

  private static XYSeries line(double fromX, double fromY, double toX, double toY) {
    XYSeries line = new XYSeries("line");
    line.add(fromX, fromY);
    line.add(toX, toY);
    return line;
  }
}
