package io.github.edgewatt.forecaster.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.shell.Shell;
import io.github.edgewatt.forecaster.shell.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bin/forecaster}: learns from datasets, and says what other loads would cost. */
@Command(
    name = "forecaster",
    description = "Says what loads nobody measured would cost a node.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ProfileCommand.class,
      ClusterCommand.class,
      PredictProfileCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CalibrateCommand.class,
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    shell().run(args);
  }

  /** Runs one command line; see {@link Shell} for the exit codes. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return shell().execute(out, err, args);
  }

  private static Shell shell() {
    CommandLine line =
        QuestionCommands.addTo(
            new CommandLine(new Main()), file -> ModelForecaster.of(ModelFile.read(file)));
    return new Shell(line.getCommandSpec(), Main::status);
  }

  /** Files are this program's input: bad ones are bad input, unless the system failed on them. */
  private static OptionalInt status(Exception e) {
    if (!(e instanceof DatasetException)) {
      return OptionalInt.empty();
    }
    // Jackson's faults of a text are exceptions of input and output too.
    boolean systemFailed =
        e.getCause() instanceof IOException
            && !(e.getCause() instanceof NoSuchFileException)
            && !(e.getCause() instanceof JsonProcessingException);
    return OptionalInt.of(systemFailed ? Shell.FAILED : Shell.BAD_INPUT);
  }
}
