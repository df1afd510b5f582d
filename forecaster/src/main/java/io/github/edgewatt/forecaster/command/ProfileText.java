package io.github.edgewatt.forecaster.command;

import static io.github.edgewatt.dataset.Numbers.significant;

import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.profile.CostFigures;
import io.github.edgewatt.forecaster.profile.RatePoint;
import io.github.edgewatt.forecaster.profile.SoloProfile;
import java.util.ArrayList;
import java.util.List;

/** Costs of functions as two tables: what a request costs, and how long it takes. */
final class ProfileText {
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private ProfileText() {}

  static List<String> lines(List<CostFigures> functions) {
    ScreenTable costs =
        new ScreenTable(
            "function", "CPU ms/req", "mJ/req", "memory MB", "kB per req/s", "safe up to");
    ScreenTable times =
        new ScreenTable("function", "req/s", "succeeded %", "mean ms", "p50 ms", "p99 ms");
    for (CostFigures figures : functions) {
      costs.row(
          figures.function(),
          Numbers.withInterval(figures.cpuMillisPerRequest()),
          Numbers.withInterval(scaled(figures.joulesPerRequest(), KILO)),
          significant(figures.memory().floorBytes() / MEGA, 3),
          significant(figures.memory().bytesPerRate() / KILO, 3),
          safe(figures.knee()));
      List<RatePoint> points = figures.points();
      time(times, figures.function(), points.get(0));
      if (points.size() > 1) {
        time(times, "", points.get(points.size() - 1));
      }
    }
    List<String> lines = new ArrayList<>(costs.lines());
    lines.add("");
    lines.addAll(times.lines());
    return lines;
  }

  private static void time(ScreenTable times, String name, RatePoint point) {
    times.row(
        name,
        Integer.toString(point.rate()),
        Numbers.fixed(100 * point.success(), 1),
        significant(point.meanLatencyMillis(), 3),
        significant(point.latencyP50Millis(), 3),
        significant(point.latencyP99Millis(), 3));
  }

  private static MeanInterval scaled(MeanInterval interval, double factor) {
    return new MeanInterval(
        interval.mean() * factor, interval.halfWidth() * factor, interval.count());
  }

  private static String safe(SoloProfile knee) {
    if (knee.lowestOverloadedRate().isEmpty()) {
      return "> " + knee.highestSafeRate() + "/s";
    }
    return knee.highestSafeRate() > 0
        ? knee.highestSafeRate() + "/s"
        : "< " + knee.lowestOverloadedRate().getAsInt() + "/s";
  }
}
