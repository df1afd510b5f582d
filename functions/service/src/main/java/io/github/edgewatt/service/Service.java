package io.github.edgewatt.service;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts services from a command line: one clear line where it is wrong, and exit code 2. */
public final class Service {
  /** Bad input. */
  public static final int BAD_INPUT = 2;

  private Service() {}

  /**
   * Executes a picocli command. Its bad arguments and every {@link IllegalArgumentException} it
   * throws become one line on standard error.
   *
   * @return the process's exit code
   */
  public static int execute(Object command, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setParameterExceptionHandler((e, given) -> refused(e));
    line.setExecutionExceptionHandler(
        (e, executed, parsed) -> {
          if (e instanceof IllegalArgumentException) {
            say(e.getMessage());
            return BAD_INPUT;
          }
          throw e;
        });
    return line.execute(arguments);
  }

  /**
   * Serves until the process is told to end. Exit code 1 where it cannot start, with the reason.
   */
  public static int serve(ServerOptions options) {
    options.apply();
    AtomicInteger exit = new AtomicInteger();
    Quarkus.run(
        null,
        (code, failure) -> {
          exit.set(code);
          if (failure != null) {
            Throwable root = failure;
            while (root.getCause() != null) {
              root = root.getCause();
            }
            say("cannot start: " + root.getMessage());
            exit.set(1);
          }
        });
    return exit.get();
  }

  private static int refused(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    say(String.valueOf(e.getMessage()).lines().findFirst().orElse("?") + " (" + name + " --help)");
    return BAD_INPUT;
  }

  private static void say(String message) {
    System.err.println("edgewatt: " + message);
  }
}
