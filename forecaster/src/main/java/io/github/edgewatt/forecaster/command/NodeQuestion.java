package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.Words;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every question about one node says beside its rates. */
final class NodeQuestion {
  @Mixin private final OpenModel model;
  @Mixin private final IdleOptions idle = new IdleOptions();

  @Option(
      names = "--node-type",
      required = true,
      paramLabel = "T",
      description = "a kind of node the model knows: LIGHT, MID, HEAVY, NODE<cores>")
  private String nodeType;

  @Option(
      names = "--risk",
      paramLabel = "P",
      defaultValue = QuestionCommands.RISK,
      description = "probability of overload that counts as safe (default: ${DEFAULT-VALUE})")
  private String risk;

  @Option(names = "--json", description = "the answer as JSON, in base units")
  private boolean json;

  NodeQuestion(OpenModel.Reader reader) {
    model = new OpenModel(reader);
  }

  CheckedForecaster open() throws DatasetException {
    return model.open();
  }

  String nodeType() {
    return nodeType;
  }

  Idle idle() {
    return idle.idle();
  }

  /** The probability of overload that counts as safe. */
  double risk() {
    return Words.risk(risk);
  }

  boolean json() {
    return json;
  }
}
