package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code bin/profiler}: makes datasets of what functions cost the node they run on. */
@Command(
    name = "profiler",
    description = "Measures what functions cost the node they run on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ProfileCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] args) {
    // Figures read alike everywhere, and alike to the files.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = execute(out, err, args);
    out.flush();
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return 0 when it did its job, 1 when something outside it failed, 2 for bad input
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((e, arguments) -> fail(err, explain(e), BAD_INPUT));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof UsageException) {
            return fail(err, e.getMessage(), BAD_INPUT);
          }
          if (e instanceof DatasetException || e instanceof PlatformException) {
            return fail(err, e.getMessage(), FAILED);
          }
          return fail(err, ErrorLog.keep(e), FAILED);
        });
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: run, profile, report, export or doctor (--help)");
  }

  private static int fail(PrintWriter err, String message, int status) {
    err.println("edgewatt: " + message);
    err.flush();
    return status;
  }

  private static String explain(ParameterException e) {
    String message = e.getMessage().lines().findFirst().orElse("bad arguments");
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (word.matches("-[0-9.].*")) {
        return "'" + word + "' is negative: rates and durations are above 0";
      }
      return "'" + word + "' is not understood (" + help(e) + ")";
    }
    return message.endsWith(")") ? message : message + " (" + help(e) + ")";
  }

  private static String help(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    return "see bin/" + name + " --help";
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"edgewatt " + Home.tool().version() + " (" + Home.tool().commit() + ")"};
    }
  }
}
