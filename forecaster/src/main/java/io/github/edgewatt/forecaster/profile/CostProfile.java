package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one function costs alone, over the rate, as learners see it: curves through the means of the
 * repeats. Immutable.
 *
 * <p>The unsaturated demand is what the CPU would cost were there no limit: the measured CPU up to
 * the last rate that still succeeds quickly, beyond it linear with the CPU per request seen there.
 */
public final class CostProfile {
  /** A rate is served well while more than this succeeds … */
  public static final double WELL_SERVED_SUCCESS = 0.99;

  /** … and the mean latency stays below this. */
  public static final double WELL_SERVED_SECONDS = 2;

  /** The capacity is the rate at which the success falls through this. */
  static final double CAPACITY_SUCCESS = 0.95;

  /**
   * The means over the repeats at one rate; NaN where not measured.
   *
   * @param rate requests per second, above 0
   * @param cpuPercent CPU of the function in percent of one core
   * @param ramBytes memory of the function in bytes
   * @param powerWatts power attributed to the function in watts
   * @param latencySeconds mean latency in seconds
   * @param success succeeded / due, 0 to 1
   */
  public record Point(
      int rate,
      double cpuPercent,
      double ramBytes,
      double powerWatts,
      double latencySeconds,
      double success) {}

  private final String function;
  private final List<Point> points;
  private final DemandCurve cpu;
  private final DemandCurve ram;
  private final DemandCurve power;
  private final DemandCurve demand;
  private final LevelCurve latency;
  private final LevelCurve success;
  private final double capacity;

  /**
   * @param points at least one, each rate once, in any order
   */
  public CostProfile(String function, List<Point> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no measurement of " + function + " alone");
    }
    this.function = function;
    this.points = points.stream().sorted((a, b) -> Integer.compare(a.rate(), b.rate())).toList();
    this.cpu = rising(Point::cpuPercent);
    this.ram = rising(Point::ramBytes);
    this.power = rising(Point::powerWatts);
    this.demand = DemandCurve.through(wellServed());
    this.latency = LevelCurve.through(values(Point::latencySeconds));
    this.success = LevelCurve.through(values(Point::success));
    this.capacity = capacity(this.points);
  }

  /**
   * The profiles of all functions with solo rows, by name. Rows with an invalid verdict are left
   * out; from overload-only rows success and latency alone are taken.
   */
  public static Map<String, CostProfile> all(Collection<MeasurementRow> rows) {
    TreeMap<String, CostProfile> profiles = new TreeMap<>();
    SoloRepeats.byFunction(rows)
        .forEach(
            (function, byRate) -> {
              List<Point> points = new ArrayList<>();
              byRate.forEach((rate, repeats) -> points.add(point(rate, repeats)));
              profiles.put(function, new CostProfile(function, points));
            });
    return Collections.unmodifiableMap(profiles);
  }

  private static Point point(int rate, SoloRepeats repeats) {
    SoloRepeats valid = repeats.valid();
    return new Point(
        rate,
        valid.mean(FunctionRow::cpuPercent),
        valid.mean(FunctionRow::ramBytes),
        valid.mean(part -> part.powerMicrowatts() * 1e-6),
        repeats.mean(part -> part.meanLatencyNanos() * 1e-9),
        repeats.mean(FunctionRow::successRate));
  }

  private Map<Integer, Double> values(ToDoubleFunction<Point> figure) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    points.forEach(point -> values.put(point.rate(), figure.applyAsDouble(point)));
    return values;
  }

  /** Saturation makes measured costs fall again; what is asked for does not. */
  private DemandCurve rising(ToDoubleFunction<Point> figure) {
    Map<Integer, Double> values = values(figure);
    double highest = 0;
    for (Map.Entry<Integer, Double> entry : values.entrySet()) {
      if (Double.isFinite(entry.getValue())) {
        highest = Math.max(highest, entry.getValue());
        entry.setValue(highest);
      }
    }
    return DemandCurve.through(values);
  }

  /** The CPU at the rates served well; where none is, at the lowest rate alone. */
  private Map<Integer, Double> wellServed() {
    TreeMap<Integer, Double> served = new TreeMap<>();
    for (Point point : points) {
      double asked = cpu.at(point.rate());
      boolean well =
          !(point.success() <= WELL_SERVED_SUCCESS)
              && !(point.latencySeconds() >= WELL_SERVED_SECONDS);
      if (!well && !served.isEmpty()) {
        break;
      }
      served.put(point.rate(), asked);
      if (!well) {
        break;
      }
    }
    return served;
  }

  private static double capacity(List<Point> points) {
    int below = 0;
    double successBelow = 1;
    for (Point point : points) {
      if (point.success() < CAPACITY_SUCCESS) {
        double share = (successBelow - CAPACITY_SUCCESS) / (successBelow - point.success());
        return below + share * (point.rate() - below);
      }
      if (Double.isFinite(point.success())) {
        below = point.rate();
        successBelow = point.success();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  public String function() {
    return function;
  }

  /** The measured means, by rising rate. */
  public List<Point> points() {
    return points;
  }

  /** The highest measured rate in requests per second. */
  public int highestRate() {
    return points.get(points.size() - 1).rate();
  }

  /** CPU in percent of one core at {@code rate}, as measured, never falling. */
  public double cpuPercent(double rate) {
    return orZero(cpu.at(rate));
  }

  /** Memory in bytes, never falling. */
  public double ramBytes(double rate) {
    return orZero(ram.at(rate));
  }

  /** Attributed power in watts, never falling; 0 where no meter was there. */
  public double powerWatts(double rate) {
    return orZero(power.at(rate));
  }

  /** Unsaturated CPU demand in percent of one core: see the class. */
  public double demandPercent(double rate) {
    return orZero(demand.at(rate));
  }

  /** Mean latency alone, seconds. */
  public double latencySeconds(double rate) {
    return orZero(latency.at(rate));
  }

  /** Success alone, 0 to 1; 1 where never measured. */
  public double success(double rate) {
    double known = success.at(rate);
    return Double.isNaN(known) ? 1 : known;
  }

  /** The rate in requests per second at which the success falls through .95; infinite if never. */
  public double capacity() {
    return capacity;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
