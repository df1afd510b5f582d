package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every kind of node becomes under one function alone, from rest up to its highest measured
 * rate.
 *
 * @param function the function
 * @param nodes one a kind of node the model knows, by cores
 */
public record FunctionOutlook(String function, List<OnNode> nodes) {
  /** The columns of {@link #rows}. */
  public static final List<String> HEADERS =
      List.of(
          "node",
          "req/s",
          "CPU %",
          "5..95 %",
          "RAM GB",
          "5..95 %",
          "power W",
          "5..95 %",
          "overload",
          "");

  private static final int MOST_RATES = 4;
  private static final Idle USUAL = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** How a node at rest, then at rising rates, and how far the rate may rise. */
  public record OnNode(NodeType node, List<Forecast> forecasts, SafeRate safe) {
    public OnNode {
      forecasts = List.copyOf(forecasts);
    }
  }

  public FunctionOutlook {
    nodes = List.copyOf(nodes);
  }

  /**
   * Asks {@code forecaster} about every kind of node it knows, as it usually is at rest.
   *
   * @param measured the rates the function was measured at, requests per second
   * @param risk the probability of overload that the highest safe rate keeps to
   * @throws BadQuestionException where the function is not known
   */
  public static FunctionOutlook of(
      CheckedForecaster forecaster, String function, Collection<Integer> measured, double risk) {
    forecaster.checkFunction(function);
    List<OnNode> nodes = new ArrayList<>();
    for (NodeType node : new TreeSet<>(forecaster.nodes().keySet())) {
      Load rest = Load.of(node, Map.of(), USUAL);
      List<Load> loads = new ArrayList<>(List.of(rest));
      few(measured).forEach(rate -> loads.add(rest.withRate(function, rate)));
      SafeRate safe =
          new Frontier(forecaster, node, USUAL, risk)
              .of(function, Rates.parse(""), OptionalDouble.empty());
      nodes.add(new OnNode(node, forecaster.forecastAll(loads), safe));
    }
    return new FunctionOutlook(function, nodes);
  }

  /** At most four of the rates, the lowest and the highest among them, rising. */
  static List<Integer> few(Collection<Integer> measured) {
    List<Integer> all = new ArrayList<>(new TreeSet<>(measured));
    if (all.size() <= MOST_RATES) {
      return all;
    }
    List<Integer> few = new ArrayList<>();
    for (int i = 0; i < MOST_RATES; i++) {
      few.add(all.get(Math.round((float) i * (all.size() - 1) / (MOST_RATES - 1))));
    }
    return few;
  }

  /** A row a kind of node and rate, under {@link #HEADERS}; beyond the trained marked by a *. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (OnNode on : nodes) {
      for (Forecast forecast : on.forecasts()) {
        List<String> row = new ArrayList<>();
        row.add(on.node().name());
        row.add(Figures.plain(forecast.load().rates().getOrDefault(function, 0.0)));
        add(row, forecast.node().get(Target.CPU), 1);
        add(row, forecast.node().get(Target.RAM), 1e-9);
        add(row, forecast.node().get(Target.POWER), 1);
        row.add(Figures.percent(forecast.overload()));
        row.add(forecast.is(Warning.Kind.EXTRAPOLATED) ? "*" : "");
        rows.add(row);
      }
    }
    return rows;
  }

  private static void add(List<String> row, Interval figure, double factor) {
    if (figure == null) {
      row.add(Figures.ABSENT);
      row.add("");
      return;
    }
    int decimals = Figures.decimals(figure.value() * factor, figure.width() * factor);
    row.add(Figures.fixed(figure.value() * factor, decimals));
    row.add(
        Figures.fixed(figure.low() * factor, decimals)
            + ".."
            + Figures.fixed(figure.high() * factor, decimals));
  }

  /** The highest safe rates, a line a kind of node, then why the figures may not be trusted. */
  public List<String> remarks() {
    List<String> lines = new ArrayList<>();
    for (OnNode on : nodes) {
      lines.add(on.safe().question() + " on " + on.node().name() + ": " + on.safe().text());
    }
    Set<String> novel = new LinkedHashSet<>();
    boolean beyond = false;
    for (OnNode on : nodes) {
      for (Forecast forecast : on.forecasts()) {
        beyond |= forecast.is(Warning.Kind.EXTRAPOLATED);
        forecast.warnings().stream()
            .filter(warning -> warning.kind() == Warning.Kind.NOVEL)
            .forEach(warning -> novel.add("novel: " + warning.what()));
      }
    }
    lines.addAll(novel);
    if (beyond) {
      lines.add("* extrapolated: beyond the loads the model was trained on");
    }
    return lines;
  }

  /** The same as JSON, in the targets' units: an object a kind of node. */
  public List<Map<String, Object>> json() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (OnNode on : nodes) {
      List<Map<String, Object>> forecasts = new ArrayList<>();
      for (Forecast forecast : on.forecasts()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rate", forecast.load().rates().getOrDefault(function, 0.0));
        ForecastJson.add(forecast, one);
        forecasts.add(one);
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("node", on.node().name());
      json.put("forecasts", forecasts);
      json.put("highest_safe", FrontierAnswer.json(on.safe()));
      all.add(json);
    }
    return all;
  }
}
