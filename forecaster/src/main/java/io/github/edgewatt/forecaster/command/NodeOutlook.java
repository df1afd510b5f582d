package io.github.edgewatt.forecaster.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.file.ModelCard;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.FunctionOutlook;
import io.github.edgewatt.forecaster.question.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What nodes become with a function that was placed, or why nobody can say.
 *
 * @param why the reason; empty where there are forecasts
 * @param answer the forecasts; empty where there are none
 */
record NodeOutlook(String why, Optional<Answer> answer) {
  /** The forecasts, and the model they come from. */
  record Answer(Path file, boolean save, ModelWithFunction extended, FunctionOutlook outlook) {}

  static NodeOutlook none(String why) {
    return new NodeOutlook(why, Optional.empty());
  }

  static NodeOutlook of(Path file, boolean save, ModelWithFunction extended) {
    CheckedForecaster forecaster =
        new CheckedForecaster(ModelForecaster.nodeOnly(extended.model()));
    CostProfile profile = extended.profile();
    List<Integer> rates = profile.points().stream().map(CostProfile.Point::rate).toList();
    FunctionOutlook outlook =
        FunctionOutlook.of(
            forecaster, profile.function(), rates, Words.risk(QuestionCommands.RISK));
    return new NodeOutlook("", Optional.of(new Answer(file, save, extended, outlook)));
  }

  /** Writes the model where that was asked for. */
  void save() throws DatasetException {
    if (answer.isPresent() && answer.get().save) {
      ModelFile.write(answer.get().file, answer.get().extended.noted());
      ModelCard.write(answer.get().file, answer.get().extended.noted());
    }
  }

  List<String> lines() {
    if (answer.isEmpty()) {
      return List.of("node forecasts: " + why);
    }
    Answer known = answer.get();
    String function = known.outlook.function();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "what nodes become with %s alone, by %s; CPU in %% of one core"
            .formatted(function, known.file.getFileName()));
    ScreenTable table = new ScreenTable(FunctionOutlook.HEADERS.toArray(String[]::new));
    known.outlook.rows().forEach(row -> table.row(row.toArray(String[]::new)));
    lines.addAll(table.lines());
    lines.addAll(known.outlook.remarks());
    lines.addAll(known.extended.notes());
    lines.add(
        known.save
            ? "%s: now holds %s, %s too".formatted(known.file, function, ModelCard.NAME)
            : "%s: unchanged (--save-model keeps %s in it)".formatted(known.file, function));
    return lines;
  }

  ObjectNode json() {
    JsonMapper mapper = new JsonMapper();
    ObjectNode node = mapper.createObjectNode();
    node.put("why_none", answer.isEmpty() ? why : null);
    node.put("model", answer.map(known -> known.file.toString()).orElse(null));
    node.put("saved", answer.map(Answer::save).orElse(false));
    answer.ifPresent(
        known -> {
          known.extended.notes().forEach(node.putArray("notes")::add);
          node.set("nodes", mapper.valueToTree(known.outlook.json()));
        });
    return node;
  }
}
