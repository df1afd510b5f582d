package io.github.edgewatt.weights.command;

import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/weight-calc}. */
@QuarkusMain
@Command(
    name = "weight-calc",
    mixinStandardHelpOptions = true,
    version = "edgewatt 0.1.0",
    description = "Says how each zone's gateway splits the requests of each function.",
    footer = {
      "",
      "Settings come from the environment (osmotic_lb_opt_*, galileo_context_*):"
          + " docs/steering.md."
    },
    subcommands = {ServeCommand.class, OnceCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  Main() {}

  /** Starts a command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Service.execute(new Main(), arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: serve or once");
  }
}
