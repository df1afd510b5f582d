package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.evaluate.Contenders;
import io.github.edgewatt.forecaster.evaluate.Evaluation;
import io.github.edgewatt.forecaster.evaluate.Split;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how well models do on what was held back from them. */
@Command(
    name = "evaluate",
    description = "Scores models on measurements they have not seen, beside baselines.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "DIR",
      description = "measurements to learn from: a run folder, a DFaaS folder or a table")
  private List<Path> train;

  @Mixin private final SoloOptions solo = new SoloOptions();

  @Option(
      names = "--test",
      paramLabel = "DIR",
      description = "measurements to be scored on; nothing of them is learnt (default: --split)")
  private Path test;

  @Option(
      names = "--split",
      paramLabel = "HOW",
      defaultValue = "combination",
      description =
          "without --test, what is held back in turn: configuration, combination,"
              + " combination-everywhere, function or node-type (${DEFAULT-VALUE})")
  private String split;

  @Option(
      names = "--fraction",
      paramLabel = "SHARE",
      defaultValue = "1",
      converter = FractionConverter.class,
      description = "learn from this share of the configurations, such as 1/50 (${DEFAULT-VALUE})")
  private double fraction;

  @Option(
      names = "--calibrate",
      paramLabel = "K",
      defaultValue = "0",
      description = "calibrate to a kind of node not learnt with K of its configurations")
  private int calibrate;

  @Option(
      names = "--models",
      paramLabel = "LIST",
      defaultValue = "all",
      description = "profiles, ridge, groups, functions, idle, or all (${DEFAULT-VALUE})")
  private String models;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description = "a group list for the model groups (default: made of functions alone)")
  private Path groups;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of everything random (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "also write every score as JSON")
  private Path json;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "also write evaluation.html and its charts as SVG into this folder")
  private Path plots;

  @Override
  public Integer call() throws Exception {
    List<String> names;
    Split how;
    try {
      names = Contenders.parse(models);
      how = Split.parse(split);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    if (calibrate < 0) {
      throw new UsageException("--calibrate " + calibrate + ": give 0 or more configurations");
    }
    if (json != null) {
      OutputFile.check(json);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Evaluation.Options options = new Evaluation.Options(fraction, calibrate, seed);
    EvaluationData data =
        EvaluationData.read(solo.request(train), Optional.ofNullable(test), how, options);
    data.lines().forEach(out::println);
    out.flush();
    ScoreRun run =
        new ScoreRun(
            data,
            options,
            line -> {
              err.println(line);
              err.flush();
            });
    run.contend(names, Optional.ofNullable(groups));
    run.text().forEach(out::println);
    if (json != null) {
      OutputFile.write(json, run.json() + "\n");
      out.println("scores " + json);
    }
    if (plots != null) {
      out.println("page   " + run.draw(plots));
    }
    out.flush();
    return 0;
  }
}
