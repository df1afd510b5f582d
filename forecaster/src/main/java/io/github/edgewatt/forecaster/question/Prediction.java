package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one load does to one node, and how far its first function may still rise. */
public final class Prediction {
  private final NodeType node;
  private final Rates rates;
  private final AtRest rest;
  private final Forecast forecast;
  private final Optional<SafeRate> safe;

  private Prediction(
      NodeType node, Rates rates, AtRest rest, Forecast forecast, Optional<SafeRate> safe) {
    this.node = node;
    this.rates = rates;
    this.rest = rest;
    this.forecast = forecast;
    this.safe = safe;
  }

  /**
   * Asks {@code forecaster}.
   *
   * @param idle the node at rest; NaN where the model's figures stand in
   * @param risk the probability of overload that the highest safe rate keeps to
   * @throws BadQuestionException where a function or the kind of node is not known
   */
  public static Prediction of(
      CheckedForecaster forecaster, NodeType node, Rates rates, Idle idle, double risk) {
    rates.byFunction().keySet().forEach(forecaster::checkFunction);
    Forecast forecast = forecaster.forecast(Load.of(node, rates.byFunction(), idle));
    Frontier frontier = new Frontier(forecaster, node, idle, risk);
    Optional<SafeRate> safe =
        rates
            .first()
            .map(first -> frontier.of(first, rates.without(first), OptionalDouble.empty()));
    AtRest rest = new AtRest(idle, forecaster.nodes().get(node));
    return new Prediction(node, rates, rest, forecast, safe);
  }

  /**
   * The answer as a table.
   *
   * @param functions whether each function's part is wanted too
   */
  public List<String> text(boolean functions) {
    String beside =
        safe.map(rate -> rate.question() + ": " + rate.text())
            .orElse("no load: the node as it is at rest");
    List<String> lines = new ArrayList<>(ForecastTable.node(forecast, beside));
    if (functions && !forecast.functions().isEmpty()) {
      lines.add("");
      lines.addAll(ForecastTable.functions(forecast.functions()));
    }
    lines.add(rest.text());
    lines.addAll(ForecastTable.trust(forecast));
    return lines;
  }

  /** The answer as JSON: figures in the targets' units. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", node.name());
    json.put("rates", rates.byFunction());
    json.put("idle", rest.json());
    ForecastJson.add(forecast, json);
    safe.ifPresent(rate -> json.put("highest_safe", FrontierAnswer.json(rate)));
    return json;
  }
}
