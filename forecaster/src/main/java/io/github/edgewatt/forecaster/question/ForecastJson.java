package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.LinkedHashMap;
import java.util.Map;

/** A forecast's figures as JSON, in the targets' units. */
public final class ForecastJson {
  private ForecastJson() {}

  /** Adds targets, functions, overload, flags and warnings to {@code json}. */
  public static void add(Forecast forecast, Map<String, Object> json) {
    Map<String, Object> targets = new LinkedHashMap<>();
    forecast
        .node()
        .forEach((target, figure) -> targets.put(target.text(), interval(figure, target.unit())));
    Map<String, Object> functions = new LinkedHashMap<>();
    forecast
        .functions()
        .forEach(
            (function, part) -> {
              Map<String, Object> figures = new LinkedHashMap<>();
              part.figures()
                  .forEach(
                      (target, figure) ->
                          figures.put(target.text(), interval(figure, target.unit())));
              figures.put("overload", JsonText.number(part.overload()));
              functions.put(function, figures);
            });
    json.put("targets", targets);
    json.put("functions", functions);
    json.put("overload", JsonText.number(forecast.overload()));
    json.put("extrapolated", forecast.is(Warning.Kind.EXTRAPOLATED));
    json.put("novel", forecast.is(Warning.Kind.NOVEL));
    json.put("warnings", ForecastTable.warnings(forecast));
  }

  private static Map<String, Object> interval(Interval figure, String unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", JsonText.number(figure.value()));
    json.put("low", JsonText.number(figure.low()));
    json.put("high", JsonText.number(figure.high()));
    json.put("unit", unit);
    return json;
  }
}
