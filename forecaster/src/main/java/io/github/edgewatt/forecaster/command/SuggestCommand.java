package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.Measurements;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.forecaster.suggest.Advice;
import io.github.edgewatt.forecaster.suggest.AdviceText;
import io.github.edgewatt.forecaster.suggest.Wishes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suggest}: which configurations to measure next. */
@Command(
    name = "suggest",
    description = "Says which mixes to measure next: uncertain ones near overload, spread out.",
    mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private final DataArguments data = new DataArguments();
  private final OpenModel.Reader reader;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "what train wrote: its intervals decide (default: a light model of DATA)")
  private Path model;

  @Option(
      names = "--for",
      paramLabel = "T",
      converter = NodeTypeConverter.class,
      description = "the kind of node to measure on (default: the only one in DATA)")
  private NodeType node;

  @Option(
      names = {"-n", "--n"},
      paramLabel = "N",
      defaultValue = "20",
      description = "most configurations (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--budget",
      paramLabel = "D",
      description = "as many as fit into this time: 10m (default: no limit)")
  private String budget;

  @Option(
      names = "--window",
      paramLabel = "D",
      defaultValue = "30s",
      description = "load time of a measurement (default: ${DEFAULT-VALUE})")
  private String window;

  @Option(
      names = "--rest",
      paramLabel = "D",
      defaultValue = "50s",
      description = "rest before it, start included (default: ${DEFAULT-VALUE})")
  private String rest;

  @Option(
      names = "--combine",
      paramLabel = "K",
      description = "functions in a mix (default: as in DATA, else 3)")
  private Integer combine;

  @Option(
      names = "--max-rate",
      paramLabel = "R",
      description = "highest rate of a function (default: its highest measured alone)")
  private Integer maxRate;

  @Option(
      names = "--step",
      paramLabel = "R",
      defaultValue = "10",
      description = "distance of neighbouring rates (default: ${DEFAULT-VALUE})")
  private int step;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "decides every random choice (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "the suggestions as JSON")
  private boolean json;

  SuggestCommand(OpenModel.Reader reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws Exception {
    Wishes wishes = wishes();
    Optional<Forecaster> forecaster = forecaster();
    Measurements measurements = DataReader.readWithSolo(data.request());
    Advice advice = Advice.of(measurements, forecaster, wishes);
    if (json) {
      return QuestionCommands.print(spec, List.of(JsonText.pretty(AdviceText.tree(advice))));
    }
    List<String> lines = new ArrayList<>(measurements.lines());
    lines.addAll(AdviceText.lines(advice, wishes));
    return QuestionCommands.print(spec, lines);
  }

  private Optional<Forecaster> forecaster() throws Exception {
    if (model == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(model)) {
      throw new UsageException(OpenModel.missing(model));
    }
    return Optional.of(reader.read(model));
  }

  private Wishes wishes() throws UsageException {
    within("--n", count, MOST);
    within("--step", step, MOST);
    if (combine != null) {
      within("--combine", combine, MOST);
    }
    if (maxRate != null) {
      within("--max-rate", maxRate, 1_000_000);
    }
    return new Wishes(
        Optional.ofNullable(node),
        count,
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(seconds("--budget", budget)),
        seconds("--window", window) + seconds("--rest", rest),
        combine == null ? OptionalInt.empty() : OptionalInt.of(combine),
        maxRate == null ? OptionalInt.empty() : OptionalInt.of(maxRate),
        step,
        seed);
  }

  private static void within(String option, int value, int most) throws UsageException {
    if (value < 1 || value > most) {
      throw new UsageException(option + " is " + value + ": give 1 to " + most);
    }
  }

  private static double seconds(String option, String text) throws UsageException {
    try {
      return Durations.parse(text).toMillis() * 1e-3;
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
