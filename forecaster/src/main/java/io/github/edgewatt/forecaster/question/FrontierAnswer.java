package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.question.SafeRate.Bound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The highest safe rate of a function, with what the node does there. */
public final class FrontierAnswer {
  private final NodeType node;
  private final AtRest rest;
  private final SafeRate safe;

  private FrontierAnswer(NodeType node, AtRest rest, SafeRate safe) {
    this.node = node;
    this.rest = rest;
    this.safe = safe;
  }

  /**
   * Asks {@code forecaster}; see {@link Frontier#of}.
   *
   * @param idle the node at rest; NaN where the model's figures stand in
   */
  public static FrontierAnswer of(
      CheckedForecaster forecaster,
      NodeType node,
      Idle idle,
      String function,
      Rates others,
      double risk,
      OptionalDouble max) {
    SafeRate safe = new Frontier(forecaster, node, idle, risk).of(function, others, max);
    return new FrontierAnswer(node, new AtRest(idle, forecaster.nodes().get(node)), safe);
  }

  /** The answer as text: the rate, then what the node does at it. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(safe.question() + " on " + node.name() + ": " + safe.text());
    boolean none = Double.isNaN(safe.rate());
    lines.addAll(
        ForecastTable.node(
            safe.at(),
            none
                ? "without " + safe.function()
                : "at " + safe.function() + "=" + Figures.plain(safe.rate())));
    lines.add(rest.text());
    lines.addAll(ForecastTable.trust(safe.at()));
    return lines;
  }

  /** The answer as JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", node.name());
    json.put("with", safe.others().byFunction());
    json.put("idle", rest.json());
    json.putAll(json(safe));
    ForecastJson.add(safe.at(), json);
    return json;
  }

  static Map<String, Object> json(SafeRate safe) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("function", safe.function());
    json.put("risk", safe.risk());
    json.put("rate", JsonText.number(safe.rate()));
    json.put("bound", safe.bound().text());
    json.put("at_least", safe.bound() == Bound.MEASURED || safe.bound() == Bound.MAX);
    json.put("measured_up_to", JsonText.number(safe.measuredUpTo()));
    return json;
  }
}
