package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** Which features a model leans on. */
public final class ImportanceChart {
  private static final int MOST_FEATURES = 15;

  private ImportanceChart() {}

  private record Share(String feature, double share) {}

  /** The chart: the most important features first, the smallest ones as a sum. */
  public static Figure of(Importance importance, String name) {
    String description = importance.target() + ", importance of features";
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < importance.share().length; i++) {
      if (Points.isDrawable(importance.share()[i])) {
        String feature = importance.features().get(i);
        shares.add(new Share(feature, Math.max(0, importance.share()[i])));
      }
    }
    if (shares.isEmpty()) {
      return Drawn.noData(name, description);
    }
    shares.sort(
        Comparator.comparingDouble((Share share) -> -share.share).thenComparing(Share::feature));
    List<Lanes.Lane> lanes = new ArrayList<>();
    int shown = Math.min(MOST_FEATURES, shares.size());
    shares.subList(0, shown).forEach(share -> lanes.add(lane(share, Ink.MEDIAN)));
    List<Share> rest = shares.subList(shown, shares.size());
    if (!rest.isEmpty()) {
      double sum = rest.stream().mapToDouble(Share::share).sum();
      lanes.add(lane(new Share(Words.count(rest.size(), "other"), sum), Ink.SKIP));
    }
    double longest = lanes.stream().mapToDouble(Lanes.Lane::length).max().getAsDouble();
    XYPlot plot = Lanes.plot(Plots.linear("share, %", longest, Drawn.STEPS), lanes, Double.NaN);
    return Drawn.figure(
        name, description + ", %", description, Plots.chart(plot), Lanes.height(lanes));
  }

  private static Lanes.Lane lane(Share share, Ink ink) {
    return new Lanes.Lane(share.feature, Words.percent(share.share), 100 * share.share, ink);
  }
}
