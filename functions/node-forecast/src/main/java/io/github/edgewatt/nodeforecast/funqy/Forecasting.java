package io.github.edgewatt.nodeforecast.funqy;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.question.BadQuestionException;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.ForecastJson;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.store.LoadedModel;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Questions in our own words, and their answers: figures in the targets' units. */
final class Forecasting {
  private Forecasting() {}

  /**
   * The answer to {@code question}.
   *
   * @throws Refused where the question is wrong, or there is no such model
   */
  static Map<String, Object> answer(Snapshot models, ForecastQuestion question) {
    LoadedModel model = models.model(Objects.requireNonNullElse(question.model(), ""));
    CheckedForecaster forecaster = model.forecaster();
    try {
      NodeType node = node(forecaster, question.nodeType());
      Map<String, Double> rates = rates(forecaster, question.rates());
      Forecast forecast = forecaster.forecast(Load.of(node, rates, idle(question.idle())));
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("model", model.name());
      answer.put("version", Long.toString(model.version()));
      answer.put("node", node.name());
      answer.put("rates", rates);
      ForecastJson.add(forecast, answer);
      return answer;
    } catch (BadQuestionException e) {
      throw Refused.bad(e.getMessage());
    }
  }

  private static NodeType node(CheckedForecaster forecaster, String name) {
    if (name != null) {
      return forecaster.node(name);
    }
    if (forecaster.nodes().size() == 1) {
      return forecaster.nodes().keySet().iterator().next();
    }
    throw Refused.bad(
        "the model knows several kinds of nodes: say nodeType, one of "
            + String.join(", ", forecaster.nodes().keySet().stream().map(NodeType::name).toList()));
  }

  private static Map<String, Double> rates(CheckedForecaster forecaster, Map<String, Double> told) {
    if (told == null) {
      throw Refused.bad("rates is missing: requests per second by function, {} for a node at rest");
    }
    TreeMap<String, Double> rates = new TreeMap<>();
    told.forEach(
        (function, rate) -> {
          forecaster.checkFunction(function);
          if (rate == null || !(rate >= 0) || rate.isInfinite()) {
            throw Refused.bad(
                "the rate of %s is %s: requests per second, a number of 0 or more"
                    .formatted(function, rate));
          }
          rates.put(function, rate);
        });
    return rates;
  }

  private static Idle idle(ForecastQuestion.Rest rest) {
    if (rest == null) {
      return new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    return new Idle(
        figure("cpuPercent", rest.cpuPercent()),
        figure("ramBytes", rest.ramBytes()),
        figure("ramPercent", rest.ramPercent()),
        figure("powerWatts", rest.powerWatts()));
  }

  private static double figure(String name, Double told) {
    double figure = Optional.ofNullable(told).orElse(Double.NaN);
    if (figure < 0 || Double.isInfinite(figure)) {
      throw Refused.bad("idle: " + name + " is " + figure + ": a number of 0 or more");
    }
    return figure;
  }
}
