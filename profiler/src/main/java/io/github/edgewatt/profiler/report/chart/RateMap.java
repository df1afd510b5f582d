package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Captioned;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.profiler.report.figures.Combination;
import io.github.edgewatt.profiler.report.figures.MixPoint;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jfree.chart.plot.XYPlot;

/**
 * The overload map of one combination of two or three functions over their rates: two span a chart,
 * the one with the fewest rates is spread over several. Unlike the lanes of {@link MixCharts} it
 * needs many configurations to say something.
 */
public final class RateMap {
  private static final int FEWEST_CONFIGURATIONS = 12;
  private static final int MOST_CHARTS = 6;
  private static final int WIDTH = 250;
  private static final int HEIGHT = 190;

  private final Combination combination;
  private final List<String> axes;

  private RateMap(Combination combination, List<String> axes) {
    this.combination = combination;
    this.axes = axes;
  }

  /** The charts; none where the combination has too few configurations or more functions. */
  public static List<Captioned> of(Combination combination, String idPrefix) {
    int functions = combination.functions().size();
    long configurations =
        combination.points().stream().map(MixPoint::configuration).distinct().count();
    if (functions < 2 || functions > 3 || configurations < FEWEST_CONFIGURATIONS) {
      return List.of();
    }
    List<String> axes = new ArrayList<>(combination.functions());
    String spread = null;
    if (functions == 3) {
      spread =
          axes.stream().min(Comparator.comparing(name -> rates(combination, name).size())).get();
      axes.remove(spread);
    }
    return new RateMap(combination, axes).charts(spread, idPrefix);
  }

  private List<Captioned> charts(String spread, String idPrefix) {
    List<Captioned> charts = new ArrayList<>();
    String unit = axes.get(1) + ", requests/s";
    if (spread == null) {
      return List.of(new Captioned(unit, draw(idPrefix + "-0", "", 0, Integer.MAX_VALUE)));
    }
    List<Integer> rates = rates(combination, spread);
    int size = (rates.size() + MOST_CHARTS - 1) / MOST_CHARTS;
    for (int from = 0; from < rates.size(); from += size) {
      int low = rates.get(from);
      int high = rates.get(Math.min(from + size, rates.size()) - 1);
      String group = unit + ", with " + spread + " at " + (low == high ? low : low + "–" + high);
      String id = idPrefix + "-" + charts.size();
      charts.add(new Captioned(group + "/s", draw(id, spread, low, high)));
    }
    return charts;
  }

  /** The configurations with {@code spread}'s rate between {@code low} and {@code high}. */
  private String draw(String id, String spread, int low, int high) {
    XYPlot plot =
        Plots.plot(
            Plots.withRoomBelow(Plots.linear(axes.get(0) + ", requests/s", largest(0), 5)),
            Plots.withRoomBelow(Plots.linear(null, largest(1), 5)));
    plot.setDomainGridlinesVisible(true);
    StateMarks marks = new StateMarks();
    for (State state : State.values()) {
      for (MixPoint point : combination.points()) {
        Configuration configuration = point.configuration();
        int rate = configuration.rateOf(spread);
        if (point.state() == state && rate >= low && rate <= high) {
          marks.add(state, configuration.rateOf(axes.get(0)), configuration.rateOf(axes.get(1)));
        }
      }
    }
    marks.addTo(plot);
    String description =
        "Overload of " + String.join(" + ", combination.functions()) + " over their rates";
    return Svg.of(Plots.chart(plot), id, description, WIDTH, HEIGHT);
  }

  private double largest(int axis) {
    List<Integer> rates = rates(combination, axes.get(axis));
    return rates.get(rates.size() - 1);
  }

  private static List<Integer> rates(Combination combination, String function) {
    TreeSet<Integer> rates = new TreeSet<>();
    combination.points().forEach(point -> rates.add(point.configuration().rateOf(function)));
    return List.copyOf(rates);
  }
}
