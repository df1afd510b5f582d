package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.evaluate.Evaluation;
import io.github.edgewatt.forecaster.evaluate.Split;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelCard;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.model.train.Trainer;
import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a model of measurements. */
@Command(
    name = "train",
    description = "Learns from measurements and writes a model that answers for other loads.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final DataArguments data = new DataArguments();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "model.json",
      description = "the model; MODEL.md goes beside it (${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = "--features",
      paramLabel = "FAMILY",
      defaultValue = "profiles",
      description =
          "what is learnt from: profiles (costs alone and physics), or upstream's groups or"
              + " functions (${DEFAULT-VALUE})")
  private String features;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description = "a group list for --features groups (default: made of functions alone)")
  private Path groups;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of everything random (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--no-functions",
      description = "leave out the functions' own CPU, memory, power and latency")
  private boolean noFunctions;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "also score the learners on combinations held back: evaluation.html and SVG")
  private Path plots;

  @Override
  public Integer call() throws Exception {
    OutputFile.check(output);
    PrintWriter out = spec.commandLine().getOut();
    TrainingData training =
        TrainingData.read(data.request(), features, Optional.ofNullable(groups), seed);
    show(training.measurements().lines());
    long start = System.nanoTime();
    Trainer trainer;
    try {
      trainer = Trainer.choose(training.set(), training.options(!noFunctions, seed));
    } catch (IllegalArgumentException e) {
      throw new UsageException("cannot be learnt from: " + e.getMessage());
    }
    double selection = secondsSince(start);
    start = System.nanoTime();
    TrainedModel fitted = trainer.fit(origin(training.measurements().sha256()));
    double fit = secondsSince(start);
    show(LearningText.lines(fitted.header()));
    TrainedModel model = training.noted(fitted);
    ModelFile.write(output, model);
    ModelCard.write(output, model);
    out.printf(
        Locale.ROOT,
        "took      %.1f s for choosing learners, %.1f s for the model%n",
        selection,
        fit);
    out.println("model     " + output + ", " + ModelCard.NAME);
    if (plots != null) {
      out.println("page      " + draw(training));
    }
    out.println("next      " + LearningText.next(output, model));
    out.flush();
    return 0;
  }

  private void show(List<String> lines) {
    lines.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
  }

  /** Scores on training data would flatter: the same learners are trained on parts of it. */
  private Path draw(TrainingData training) throws Exception {
    Evaluation.Options options = new Evaluation.Options(1, 0, seed);
    Split split =
        Split.COMBINATION.rounds(training.set().observations(), seed).size() > 1
            ? Split.COMBINATION
            : Split.CONFIGURATION;
    EvaluationData parts = EvaluationData.of(training.measurements(), split, options, List.of());
    PrintWriter err = spec.commandLine().getErr();
    ScoreRun run = new ScoreRun(parts, options, err::println);
    run.contend(List.of(features), Optional.ofNullable(groups));
    return run.draw(plots);
  }

  private static Trainer.Origin origin(String dataHash) {
    return new Trainer.Origin(tool(), dataHash, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String tool() {
    return "edgewatt " + Home.tool().version() + " (" + Home.tool().commit() + ")";
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) * 1e-9;
  }
}
