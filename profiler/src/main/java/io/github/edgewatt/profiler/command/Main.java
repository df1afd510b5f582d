package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.shell.Shell;
import io.github.edgewatt.forecaster.shell.Version;
import io.github.edgewatt.profiler.kafka.ClientSettingsException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** {@code bin/profiler}: makes datasets of what functions cost the node they run on. */
@Command(
    name = "profiler",
    description = "Measures what functions cost the node they run on.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ProfileCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      InitCommand.class,
      FeedCommand.class,
      ExtractCommand.class,
      TrackCommand.class,
      CorrelateCommand.class,
      ExperimentCommand.class
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
    return new Shell(new Main(), Main::status);
  }

  private static OptionalInt status(Exception e) {
    if (e instanceof ClientSettingsException) {
      return OptionalInt.of(Shell.BAD_INPUT);
    }
    return e instanceof DatasetException || e instanceof PlatformException
        ? OptionalInt.of(Shell.FAILED)
        : OptionalInt.empty();
  }
}
