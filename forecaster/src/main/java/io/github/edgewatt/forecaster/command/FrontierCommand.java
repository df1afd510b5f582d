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
  @Mixin private final OpenModel model;
  @Mixin private final IdleOptions idle = new IdleOptions();

  @Option(
      names = "--node-type",
      required = true,
      paramLabel = "T",
      description = "a kind of node the model knows: LIGHT, MID, HEAVY, NODE<cores>")
  private String nodeType;

  @Option(names = "--function", required = true, paramLabel = "F", description = "its rate rises")
  private String function;

  @Option(
      names = "--with",
      defaultValue = "",
      paramLabel = "G=R,...",
      description = "the others' requests per second: env=20 (default: none)")
  private String others;

  @Option(
      names = "--risk",
      paramLabel = "P",
      defaultValue = QuestionCommands.RISK,
      description = "probability of overload that counts as safe (default: ${DEFAULT-VALUE})")
  private String risk;

  @Option(
      names = "--max",
      paramLabel = "RATE",
      description = "where to stop looking (default: the highest measured rate)")
  private String max;

  @Option(names = "--json", description = "the answer as JSON, in base units")
  private boolean json;

  FrontierCommand(OpenModel.Reader reader) {
    model = new OpenModel(reader);
  }

  @Override
  public Integer call() throws Exception {
    return QuestionCommands.answer(spec, this::find);
  }

  private int find() throws Exception {
    Rates given = Rates.parse(others);
    double safe = Words.risk(risk);
    OptionalDouble limit =
        max == null ? OptionalDouble.empty() : OptionalDouble.of(Words.limit(max));
    CheckedForecaster forecaster = model.open();
    FrontierAnswer answer =
        FrontierAnswer.of(
            forecaster, forecaster.node(nodeType), idle.idle(), function, given, safe, limit);
    return QuestionCommands.print(
        spec, json ? List.of(JsonText.pretty(answer.json())) : answer.text());
  }
}
