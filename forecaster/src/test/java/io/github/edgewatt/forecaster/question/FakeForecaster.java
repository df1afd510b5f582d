package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.FunctionForecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One percent of a core, a megabyte and a milliwatt a request on top of rest, whatever the
 * function; the overload is the test's.
 */
public class FakeForecaster implements Forecaster {
  static final NodeType MID = NodeType.ofCores(4);
  static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  final List<Integer> batches = new ArrayList<>();
  private final ToDoubleFunction<Load> overload;
  private final List<Warning> warnings;

  public FakeForecaster(ToDoubleFunction<Load> overload, Warning... warnings) {
    this.overload = overload;
    this.warnings = List.of(warnings);
  }

  /** Overloads by a thousandth a request per second. */
  public static FakeForecaster rising() {
    return new FakeForecaster(load -> sum(load) / 1000);
  }

  double overloadOf(Load load) {
    return overload.applyAsDouble(load);
  }

  static double sum(Load load) {
    return load.rates().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Override
  public Forecast forecast(Load load) {
    return forecastAll(List.of(load)).get(0);
  }

  @Override
  public List<Forecast> forecastAll(List<Load> loads) {
    batches.add(loads.size());
    return loads.stream().map(this::answer).toList();
  }

  private Forecast answer(Load load) {
    double sum = sum(load);
    TreeMap<String, FunctionForecast> functions = new TreeMap<>();
    load.rates()
        .forEach(
            (function, rate) ->
                functions.put(
                    function,
                    new FunctionForecast(
                        Map.of(
                            FunctionTarget.CPU, around(rate, 3),
                            FunctionTarget.RAM, around(rate * 1e6, 2e6),
                            FunctionTarget.LATENCY, around(0.0123, 0.002)),
                        rate / 1000)));
    Idle idle = load.idle();
    return new Forecast(
        load,
        Map.of(
            Target.CPU, around(idle.cpuPercent() + sum, 15),
            Target.RAM, around(idle.ramBytes() + sum * 1e6, 6e7),
            Target.POWER, around(idle.powerWatts() + sum * 1e-3, 0.13)),
        overload.applyAsDouble(load),
        functions,
        warnings);
  }

  private static Interval around(double value, double half) {
    return new Interval(value, value - half, value + half);
  }

  @Override
  public Map<NodeType, Idle> nodes() {
    return Map.of(
        MID,
        new Idle(62, 3.34e9, 20.5, 0.77),
        NodeType.ofCores(2),
        new Idle(40, 2e9, 25, Double.NaN));
  }

  @Override
  public Map<String, Double> highestRates() {
    return Map.of("figlet", 200.0, "env", 200.0, "nmap", 50.0);
  }
}
