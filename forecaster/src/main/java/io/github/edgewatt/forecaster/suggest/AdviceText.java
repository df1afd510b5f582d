package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Advice as a table for people and as a tree for JSON. */
public final class AdviceText {
  private AdviceText() {}

  /** The table: one line a configuration, best first. */
  public static List<String> lines(Advice advice, Wishes wishes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "on %s: %,d mixes measured, %,d candidates, %d suggested%s",
            advice.node().name(),
            advice.measured(),
            advice.candidates(),
            advice.suggestions().size(),
            time(advice, wishes)));
    if (advice.suggestions().isEmpty()) {
      lines.add(
          wishes.most() < 1
              ? "the budget holds no measurement: raise --budget or shorten --window and --rest"
              : "nothing left to measure: every candidate is measured or known to overload");
      return lines;
    }
    int width =
        advice.suggestions().stream()
            .mapToInt(it -> it.configuration().toString().length())
            .max()
            .orElse(0);
    String format = "%3s  %-" + Math.max(13, width) + "s  %16s  %6s  %11s  %s";
    lines.add(
        String.format(
            Locale.ROOT,
            format,
            "#",
            "rates per s",
            "CPU over idle, %",
            "±",
            "overload, %",
            "why"));
    int number = 0;
    for (Suggestion suggestion : advice.suggestions()) {
      Outlook.Expected expected = suggestion.expected();
      lines.add(
          String.format(
              Locale.ROOT,
              format,
              ++number,
              suggestion.configuration(),
              String.format(Locale.ROOT, "%.0f", expected.cpuIncreasePercent()),
              String.format(Locale.ROOT, "%.0f", expected.cpuHalfWidthPercent()),
              String.format(Locale.ROOT, "%.0f", 100 * expected.overload()),
              suggestion.why()));
    }
    lines.add("CPU in % of one core, ± half of the 90 % interval");
    return lines;
  }

  private static String time(Advice advice, Wishes wishes) {
    return wishes.budgetSeconds().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ": %.0f of %.0f s",
            advice.suggestions().size() * wishes.eachSeconds(),
            wishes.budgetSeconds().getAsDouble());
  }

  /** The same for programs, in base units: percent of one core, probabilities from 0 to 1. */
  public static Map<String, Object> tree(Advice advice) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Suggestion suggestion : advice.suggestions()) {
      Map<String, Object> rates = new LinkedHashMap<>();
      Configuration configuration = suggestion.configuration();
      for (String function : configuration.functions()) {
        rates.put(function, configuration.rateOf(function));
      }
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rates", rates);
      one.put("cpu_increase_percent", suggestion.expected().cpuIncreasePercent());
      one.put("cpu_half_width_percent", suggestion.expected().cpuHalfWidthPercent());
      one.put("overload_probability", suggestion.expected().overload());
      one.put("cpu_gain", suggestion.cpuGain());
      one.put("overload_gain", suggestion.overloadGain());
      one.put("why", suggestion.why());
      list.add(one);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("node_type", advice.node().name());
    tree.put("measured_mixes", advice.measured());
    tree.put("candidates", advice.candidates());
    tree.put("suggestions", list);
    return tree;
  }
}
