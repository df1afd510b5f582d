package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.Tool;
import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.experiment.ExperimentFolder;
import io.github.edgewatt.profiler.experiment.ExperimentSession;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.spec.SpecException;
import io.github.edgewatt.profiler.experiment.stage.Programs;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code experiment}: the image pipeline from its servers to its report, in one command. */
@Command(
    name = "experiment",
    description = "Runs the image pipeline as a file says: images in, results, extract, report.",
    mixinStandardHelpOptions = true)
final class ExperimentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE.yaml",
      description = "what to do; see infrastructure/experiments")
  private Path file;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "a new folder for all files (output/experiments/NAME-TIME).")
  private Path output;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "in place of the file's: a model's path or synthetic:GFLOPS.")
  private String model;

  @Option(
      names = "--images",
      paramLabel = "IMAGES",
      description = "in place of the file's: a folder, an .hdf5 file or generated[:COUNT[:BYTES]].")
  private String images;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "go on with an experiment at its first unfinished stage.")
  private Path resume;

  @Override
  public Integer call()
      throws UsageException, DatasetException, PlatformException, InterruptedException {
    if ((file == null) == (resume == null)) {
      throw new UsageException("give one of FILE.yaml and --resume DIR");
    }
    if (resume != null && (output != null || model != null || images != null)) {
      throw new UsageException(
          "--resume goes on in its own folder with its own model and images: leave the rest out");
    }
    Path home = Home.path();
    Tool tool = Home.tool();
    ExperimentSession session =
        new ExperimentSession(
            home,
            Programs.of(home, Main.class.getName()),
            spec.commandLine().getOut(),
            Home.isTerminal(),
            tool.version() + " (" + tool.commit() + ")");
    try {
      if (resume != null) {
        session.resume(resume);
      } else {
        Overrides overrides =
            new Overrides(Optional.ofNullable(model), Optional.ofNullable(images)).absolute();
        Experiment experiment = ExperimentFolder.read(file, home, overrides);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        session.start(file, experiment, overrides, Optional.ofNullable(output), words);
      }
    } catch (SpecException e) {
      throw new UsageException(e.getMessage());
    }
    return 0;
  }
}
