package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import org.jfree.chart.plot.XYPlot;

/** Functions as named points, coloured by group. */
public final class MapChart {
  private MapChart() {}

  /** The chart; functions without a place are left out and named in the caption. */
  public static Figure of(FunctionMap map, String name) {
    String description = "Functions by " + map.xAxis() + " and " + map.yAxis();
    Points places = Points.of(map.x(), map.y());
    if (places.isEmpty()) {
      return Drawn.noData(name, description);
    }
    Palette palette = new Palette(map.groups(), map.group());
    Marks marks = new Marks();
    Labels labels = new Labels();
    StringBuilder absent = new StringBuilder();
    for (int i = 0; i < map.functions().size(); i++) {
      Mark mark = palette.of(map.group().get(i));
      if (Points.isDrawable(map.x()[i]) && Points.isDrawable(map.y()[i])) {
        marks.add(mark, map.x()[i], map.y()[i]);
        labels.add(map.x()[i], map.y()[i], map.functions().get(i), Ink.TEXT);
      } else {
        absent
            .append(absent.isEmpty() ? "; without a place: " : ", ")
            .append(map.functions().get(i));
      }
    }
    XYPlot plot =
        Plots.plot(
            Plots.between(map.xAxis(), Points.min(places.x()), Points.max(places.x()), Drawn.STEPS),
            Plots.between(null, Points.min(places.y()), Points.max(places.y()), Drawn.STEPS));
    plot.setDomainGridlinesVisible(true);
    marks.addTo(plot);
    plot.addAnnotation(labels);
    Key key = new Key();
    palette.groups().forEach(group -> key.mark(palette.of(group), group));
    String caption = map.yAxis() + " over " + map.xAxis() + ", a point a function" + absent;
    return Drawn.figure(name, caption, description, Plots.chart(plot, key));
  }
}
