package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.FrontierAnswer;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.question.Rates;
import io.github.edgewatt.forecaster.question.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frontier}: how far one function's rate may rise. */
@Command(
    name = "frontier",
    description = "Finds the highest rate up to which a function does not overload the node.",
    mixinStandardHelpOptions = true)
final class FrontierCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private final NodeQuestion question;

  @Option(names = "--function", required = true, paramLabel = "F", description = "its rate rises")
  private String function;

  @Option(
      names = "--with",
      defaultValue = "",
      paramLabel = "G=R,...",
      description = "the others' requests per second: env=20 (default: none)")
  private String others;

  @Option(
      names = "--max",
      paramLabel = "RATE",
      description = "where to stop looking (default: the highest measured rate)")
  private String max;

  FrontierCommand(OpenModel.Reader reader) {
    question = new NodeQuestion(reader);
  }

  @Override
  public Integer call() throws Exception {
    return QuestionCommands.answer(spec, this::find);
  }

  private int find() throws Exception {
    Rates given = Rates.parse(others);
    double safe = question.risk();
    OptionalDouble limit =
        max == null ? OptionalDouble.empty() : OptionalDouble.of(Words.limit(max));
    CheckedForecaster forecaster = question.open();
    FrontierAnswer answer =
        FrontierAnswer.of(
            forecaster,
            forecaster.node(question.nodeType()),
            question.idle(),
            function,
            given,
            safe,
            limit);
    return QuestionCommands.print(
        spec, question.json() ? List.of(JsonText.pretty(answer.json())) : answer.text());
  }
}
