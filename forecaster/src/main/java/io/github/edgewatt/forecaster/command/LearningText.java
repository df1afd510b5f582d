package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was learnt, for the screen. */
final class LearningText {
  private LearningText() {}

  /** How learners were chosen, and the scores of cross-validation that stand in no note. */
  static List<String> lines(ModelHeader header) {
    List<String> lines = new ArrayList<>();
    header.notes().forEach(note -> lines.add("learnt    " + note));
    List<String> functions = new ArrayList<>();
    for (Map.Entry<String, Double> score : header.scores().entrySet()) {
      if (score.getKey().startsWith("function.")) {
        functions.add(
            score.getKey().substring("function.".length()).replace(".r2", " ")
                + Numbers.fixed(score.getValue(), 3));
      }
    }
    if (!functions.isEmpty()) {
      lines.add(
          "learnt    functions' own figures: forest (R2 " + String.join(", ", functions) + ")");
    }
    Double precision = header.scores().get("overload.ap");
    if (precision != null) {
      lines.add(
          "learnt    overload: forest (average precision %s, F1 %s)"
              .formatted(
                  Numbers.fixed(precision, 3),
                  Numbers.fixed(header.scores().get("overload.f1"), 3)));
    }
    return lines;
  }

  /** A command to go on with. */
  static String next(Path file, TrainedModel model) {
    List<String> rates = new ArrayList<>();
    model
        .highestRates()
        .forEach(
            (function, highest) -> {
              if (rates.size() < 2) {
                rates.add(function + "=" + Numbers.fixed(Math.max(1, Math.floor(highest / 4)), 0));
              }
            });
    List<NodeType> nodes = List.copyOf(model.nodes().keySet());
    return "bin/forecaster predict --model %s --node-type %s --rates %s"
        .formatted(file, nodes.get(nodes.size() - 1).name(), String.join(",", rates));
  }
}
