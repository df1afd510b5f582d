package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.evaluate.Points.Point;
import io.github.edgewatt.forecaster.score.Regression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Scores of a figure over single measurements.
 *
 * @param points how many measurements
 * @param r2 over all of them
 * @param r2Median the median over groups (combinations on kinds of nodes)
 * @param r2Worst the worst group's
 * @param worstGroup its name
 * @param r2Increase of the increase over rest: for memory the figure at rest explains almost all
 * @param r2OfMedians against the median of each configuration's repeats
 * @param ceiling the R2 that repeat noise leaves to the best forecast of a configuration; NaN where
 *     nothing was repeated
 * @param noise standard deviation of repeats, in the target's unit; NaN where nothing was repeated
 * @param mae mean absolute error, in the target's unit
 * @param mapePercent mean absolute percentage error, the denominator at least the figure at rest
 * @param coverage share of measurements within the bounds, nominally .9
 * @param coverageWorst the worst group's
 * @param width mean distance of the bounds, in the target's unit
 */
public record TargetScore(
    int points,
    double r2,
    double r2Median,
    double r2Worst,
    String worstGroup,
    double r2Increase,
    double r2OfMedians,
    double ceiling,
    double noise,
    double mae,
    double mapePercent,
    double coverage,
    double coverageWorst,
    double width) {

  /** The scores of {@code points}, at least one. */
  public static TargetScore of(List<Point> points) {
    Map<String, List<Point>> groups =
        points.stream()
            .collect(Collectors.groupingBy(Point::group, TreeMap::new, Collectors.toList()));
    Map<String, Double> r2 = new TreeMap<>();
    groups.forEach((group, list) -> r2.put(group, r2(list)));
    double[] sorted =
        r2.values().stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    String worst = "";
    for (Map.Entry<String, Double> entry : r2.entrySet()) {
      if (sorted.length > 0 && entry.getValue() == sorted[0]) {
        worst = entry.getKey();
      }
    }
    double rest = Math.abs(mean(points, Point::rest));
    double noise = noise(points);
    double coverageWorst =
        groups.values().stream().mapToDouble(TargetScore::coverage).min().orElse(Double.NaN);
    return new TargetScore(
        points.size(),
        r2(points),
        median(sorted),
        sorted.length == 0 ? Double.NaN : sorted[0],
        worst,
        Regression.r2(
            array(points, point -> point.measured() - point.rest()),
            array(points, point -> point.forecast().value() - point.rest())),
        r2OfMedians(points),
        1 - noise * noise / variance(points),
        noise,
        Regression.mae(measured(points), forecast(points)),
        rest > 0 ? Regression.mape(measured(points), forecast(points), rest) : Double.NaN,
        coverage(points),
        coverageWorst,
        mean(points, point -> point.forecast().width()));
  }

  private static double r2(List<Point> points) {
    return Regression.r2(measured(points), forecast(points));
  }

  private static double coverage(List<Point> points) {
    return Regression.coverage(
        measured(points),
        array(points, point -> point.forecast().low()),
        array(points, point -> point.forecast().high()));
  }

  private static double r2OfMedians(List<Point> points) {
    List<Double> measured = new ArrayList<>();
    List<Double> forecast = new ArrayList<>();
    for (List<Point> repeats : configurations(points)) {
      measured.add(median(repeats.stream().mapToDouble(Point::measured).sorted().toArray()));
      forecast.add(
          median(
              repeats.stream().mapToDouble(point -> point.forecast().value()).sorted().toArray()));
    }
    return Regression.r2(
        measured.stream().mapToDouble(Double::doubleValue).toArray(),
        forecast.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The root of the unbiased variance of the increase within configurations, each with two repeats
   * or more.
   */
  private static double noise(List<Point> points) {
    double within = 0;
    int freedom = 0;
    for (List<Point> repeats : configurations(points)) {
      double mean = mean(repeats, point -> point.measured() - point.rest());
      for (Point point : repeats) {
        double away = point.measured() - point.rest() - mean;
        within += away * away;
      }
      freedom += repeats.size() - 1;
    }
    return freedom > 0 ? Math.sqrt(within / freedom) : Double.NaN;
  }

  private static double variance(List<Point> points) {
    double mean = mean(points, Point::measured);
    double all = 0;
    for (Point point : points) {
      all += (point.measured() - mean) * (point.measured() - mean);
    }
    return all > 0 ? all / points.size() : Double.NaN;
  }

  private static Collection<List<Point>> configurations(List<Point> points) {
    return points.stream()
        .collect(Collectors.groupingBy(Point::configuration, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static double median(double[] sorted) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double[] measured(List<Point> points) {
    return array(points, Point::measured);
  }

  private static double[] forecast(List<Point> points) {
    return array(points, point -> point.forecast().value());
  }

  private static double mean(List<Point> points, ToDoubleFunction<Point> figure) {
    return Regression.mean(array(points, figure));
  }

  private static double[] array(List<Point> points, ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).toArray();
  }
}
