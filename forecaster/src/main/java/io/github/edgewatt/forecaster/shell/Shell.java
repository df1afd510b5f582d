package io.github.edgewatt.forecaster.shell;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs command lines: 0 when a command did its job, 1 when something outside it failed, 2 for bad
 * input, 130 when interrupted (by the JVM itself). Every error is one line on the error stream.
 */
public final class Shell {
  /** Something outside the program failed. */
  public static final int FAILED = 1;

  /** What was asked cannot be done. */
  public static final int BAD_INPUT = 2;

  private final Object command;
  private final Function<Exception, OptionalInt> foreseen;

  /**
   * @param command annotated with picocli's {@code @Command}
   * @param foreseen the exit code of errors whose message is a line for the user; empty for any
   *     other error. {@link UsageException} needs no mention
   */
  public Shell(Object command, Function<Exception, OptionalInt> foreseen) {
    this.command = command;
    this.foreseen = foreseen;
  }

  /** Runs a program's command line on the standard streams and ends the JVM. */
  public void run(String... args) {
    // Figures read alike everywhere, and alike to the files.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status;
    try {
      status = execute(out, err, args);
    } catch (OutOfMemoryError e) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      status = fail(err, "not enough memory in " + mebibytes + " MiB: read less data", FAILED);
    }
    out.flush();
    System.exit(status);
  }

  /** Runs one command line; returns its exit code. */
  public int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(command);
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((e, arguments) -> fail(err, explain(e), BAD_INPUT));
    line.setExecutionExceptionHandler((e, failed, parsed) -> failed(err, e));
    return line.execute(args);
  }

  private int failed(PrintWriter err, Exception e) {
    if (e instanceof UsageException) {
      return fail(err, e.getMessage(), BAD_INPUT);
    }
    OptionalInt status = foreseen.apply(e);
    return status.isPresent()
        ? fail(err, e.getMessage(), status.getAsInt())
        : fail(err, ErrorLog.keep(e), FAILED);
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
    if (message.equals("Missing required subcommand")) {
      return "name a command: " + subcommands(e.getCommandLine()) + " (--help)";
    }
    return message.endsWith(")") ? message : message + " (" + help(e) + ")";
  }

  private static String subcommands(CommandLine line) {
    List<String> names = new ArrayList<>(line.getSubcommands().keySet());
    if (names.size() < 2) {
      return String.join("", names);
    }
    String last = names.remove(names.size() - 1);
    return String.join(", ", names) + " or " + last;
  }

  private static String help(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    return "see bin/" + name + " --help";
  }
}
