package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.question.Prediction;
import io.github.edgewatt.forecaster.question.Rates;
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
  @Mixin private final NodeQuestion question;

  @Option(
      names = "--rates",
      required = true,
      paramLabel = "F=R,...",
      description = "requests per second: figlet=50,env=20; '' asks for the node at rest")
  private String rates;

  @Option(names = "--functions", description = "each function's part as well")
  private boolean functions;

  PredictCommand(OpenModel.Reader reader) {
    question = new NodeQuestion(reader);
  }

  @Override
  public Integer call() throws Exception {
    return QuestionCommands.answer(spec, this::predict);
  }

  private int predict() throws Exception {
    Rates asked = Rates.parse(rates);
    double safe = question.risk();
    CheckedForecaster forecaster = question.open();
    Prediction prediction =
        Prediction.of(
            forecaster, forecaster.node(question.nodeType()), asked, question.idle(), safe);
    return QuestionCommands.print(
        spec,
        question.json() ? List.of(JsonText.pretty(prediction.json())) : prediction.text(functions));
  }
}
