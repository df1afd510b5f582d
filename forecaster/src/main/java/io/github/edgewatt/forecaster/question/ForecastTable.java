package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.FunctionForecast;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A forecast as lines of text. */
final class ForecastTable {
  private static final int WIDEST = 100;
  private static final int INDENT = 43;

  private ForecastTable() {}

  /** How a figure is shown: multiplied by {@code factor}, in {@code unit}. */
  private record Shown(double factor, String unit) {}

  /**
   * The node's figures and the probability of overload.
   *
   * @param beside what stands beside the probability; may be empty
   */
  static List<String> node(Forecast forecast, String beside) {
    List<String> lines = new ArrayList<>();
    lines.add(line("target", "forecast", "5 %", "95 %", "unit"));
    forecast
        .node()
        .forEach(
            (target, figure) ->
                lines.add(
                    row(target.text(), figure, shown(target, forecast.load().node().cores()))));
    String overload = line("overload", Figures.percent(forecast.overload()), "", "", beside);
    if (overload.length() <= WIDEST || beside.isEmpty()) {
      lines.add(overload.stripTrailing());
    } else {
      lines.add(overload.substring(0, INDENT).stripTrailing());
      lines.add(beside);
    }
    return lines;
  }

  /** Each function's part. */
  static List<String> functions(Map<String, FunctionForecast> functions) {
    int width = 12;
    for (String function : functions.keySet()) {
      width = Math.max(width, function.length() + 2);
    }
    String name = "%-" + width + "s";
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, name, "function")
            + line("target", "forecast", "5 %", "95 %", "unit"));
    functions.forEach(
        (function, part) -> {
          String start = String.format(Locale.ROOT, name, function);
          part.figures()
              .forEach(
                  (target, figure) -> lines.add(start + row(target.text(), figure, shown(target))));
          lines.add(
              start
                  + line("overload", Figures.percent(part.overload()), "", "", "").stripTrailing());
        });
    return lines;
  }

  /** Why the answer may not be trusted, or that it may. */
  static List<String> trust(Forecast forecast) {
    return forecast.warnings().isEmpty()
        ? List.of("within the measured range; functions known")
        : warnings(forecast);
  }

  /** Each warning in a line that begins with its kind: {@code extrapolated: …}. */
  static List<String> warnings(Forecast forecast) {
    return forecast.warnings().stream()
        .map(warning -> warning.kind().name().toLowerCase(Locale.ROOT) + ": " + warning.what())
        .toList();
  }

  private static String row(String target, Interval figure, Shown shown) {
    double value = figure.value() * shown.factor;
    int decimals = Figures.decimals(value, figure.width() * shown.factor);
    return line(
        target,
        Figures.fixed(value, decimals),
        Figures.fixed(figure.low() * shown.factor, decimals),
        Figures.fixed(figure.high() * shown.factor, decimals),
        shown.unit);
  }

  private static String line(String target, String value, String low, String high, String unit) {
    return String.format(Locale.ROOT, "%-12s%10s %8s %8s   %s", target, value, low, high, unit);
  }

  private static Shown shown(Target target, int cores) {
    return switch (target) {
      case CPU -> new Shown(1, target.unit() + " (" + 100 * cores + " = all)");
      case RAM -> new Shown(1e-9, "GB");
      case RAM_PERCENT, POWER -> new Shown(1, target.unit());
    };
  }

  private static Shown shown(FunctionTarget target) {
    return switch (target) {
      case CPU, POWER -> new Shown(1, target.unit());
      case RAM -> new Shown(1e-6, "MB");
      case LATENCY -> new Shown(1e3, "ms");
    };
  }
}
