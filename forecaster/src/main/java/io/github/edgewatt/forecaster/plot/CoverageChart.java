package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** How often the interval from 5 to 95 % held what was measured, band by band. */
public final class CoverageChart {
  private static final double NOMINAL = 0.9;

  /** A band that holds less stands out. */
  private static final double POOR = 0.8;

  private static final int MOST_BANDS = 24;

  private CoverageChart() {}

  /** The chart: all configurations first, then bands by their mean forecast. */
  public static Figure of(Predicted target, String name) {
    String description = target.target() + ", share of measurements within the interval";
    CoverageBand all = CoverageBand.all(target);
    if (all.count() == 0) {
      return Drawn.noData(name, description);
    }
    List<CoverageBand> bands = CoverageBand.bands(target);
    int total = bands.size();
    if (total > MOST_BANDS) {
      bands.sort(Comparator.comparingDouble(CoverageBand::share));
      bands = bands.subList(0, MOST_BANDS);
    }
    List<Lanes.Lane> lanes = new ArrayList<>();
    lanes.add(lane(all, Ink.SKIP));
    for (CoverageBand band : bands) {
      lanes.add(lane(band, band.share() < POOR ? Ink.WARN : Ink.MEDIAN));
    }
    NumberAxis x = Plots.linear("within the interval, %", 100, Drawn.STEPS);
    XYPlot plot = Lanes.plot(x, lanes, 100 * NOMINAL);
    String caption =
        description
            + " from 5 to 95\u00a0%; lines mark the 90\u00a0% it promises; amber is below 80"
            + (total > MOST_BANDS ? "; the " + MOST_BANDS + " worst of " + total + " bands" : "");
    return Drawn.figure(name, caption, description, Plots.chart(plot), Lanes.height(lanes));
  }

  private static Lanes.Lane lane(CoverageBand band, Ink ink) {
    String value = Words.percent(band.share()) + " of " + Words.number(band.count());
    return new Lanes.Lane(band.name(), value, 100 * band.share(), ink);
  }
}
