package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The node before the load, and where each figure comes from.
 *
 * @param given what the user told; NaN where nothing
 * @param usual what the model knows of such nodes; NaN where nothing
 */
record AtRest(Idle given, Idle usual) {

  /** One line: {@code at rest: cpu 12 % given; ram 3.21 GB from the model}. */
  String text() {
    List<String> told = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Target target : Target.values()) {
      if (Double.isFinite(target.of(given))) {
        told.add(target.text() + " " + shown(target, given));
      } else if (Double.isFinite(target.of(usual))) {
        known.add(target.text() + " " + shown(target, usual));
      }
    }
    List<String> parts = new ArrayList<>();
    if (!told.isEmpty()) {
      parts.add(String.join(", ", told) + " given");
    }
    if (!known.isEmpty()) {
      parts.add(String.join(", ", known) + " from the model");
    }
    return "at rest: " + (parts.isEmpty() ? "nothing known" : String.join("; ", parts));
  }

  private static String shown(Target target, Idle idle) {
    double figure = target.of(idle);
    return switch (target) {
      case CPU, RAM_PERCENT -> Figures.three(figure) + " %";
      case RAM -> Figures.three(figure * 1e-9) + " GB";
      case POWER -> Figures.three(figure) + " W";
    };
  }

  /** The figures in the targets' units, and which of them are the model's. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    List<String> fromModel = new ArrayList<>();
    EnumMap<Target, Double> used = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      used.put(target, target.of(given.orElse(usual)));
      if (!Double.isFinite(target.of(given)) && Double.isFinite(target.of(usual))) {
        fromModel.add(target.text());
      }
    }
    used.forEach((target, figure) -> json.put(target.text(), JsonText.number(figure)));
    json.put("from_model", fromModel);
    return json;
  }
}
