package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.question.Prediction;
import io.github.edgewatt.forecaster.question.Rates;
import io.github.edgewatt.forecaster.question.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code predict}: what a node does under one load. */
@Command(
    name = "predict",
    description = "Says what a node does under a load, with bounds, and whether it is safe.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private final OpenModel model;
  @Mixin private final IdleOptions idle = new IdleOptions();

  @Option(
      names = "--node-type",
      required = true,
      paramLabel = "T",
      description = "a kind of node the model knows: LIGHT, MID, HEAVY, NODE<cores>")
  private String nodeType;

  @Option(
      names = "--rates",
      required = true,
      paramLabel = "F=R,...",
      description = "requests per second: figlet=50,env=20; '' asks for the node at rest")
  private String rates;

  @Option(names = "--functions", description = "each function's part as well")
  private boolean functions;

  @Option(
      names = "--risk",
      paramLabel = "P",
      defaultValue = QuestionCommands.RISK,
      description = "probability of overload that counts as safe (default: ${DEFAULT-VALUE})")
  private String risk;

  @Option(names = "--json", description = "the answer as JSON, in base units")
  private boolean json;

  PredictCommand(OpenModel.Reader reader) {
    model = new OpenModel(reader);
  }

  @Override
  public Integer call() throws Exception {
    return QuestionCommands.answer(spec, this::predict);
  }

  private int predict() throws Exception {
    Rates asked = Rates.parse(rates);
    double safe = Words.risk(risk);
    CheckedForecaster forecaster = model.open();
    Prediction prediction =
        Prediction.of(forecaster, forecaster.node(nodeType), asked, idle.idle(), safe);
    return QuestionCommands.print(
        spec, json ? List.of(JsonText.pretty(prediction.json())) : prediction.text(functions));
  }
}
