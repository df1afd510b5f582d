package io.github.edgewatt.scaling.command;

import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/scale-place}. */
@QuarkusMain
@Command(
    name = "scale-place",
    mixinStandardHelpOptions = true,
    version = "edgewatt 0.1.0",
    description = "Decides where replicas of functions appear and vanish.",
    subcommands = {ServeCommand.class, OnceCommand.class},
    footer = {
      "",
      "Settings come from the environment, by their published names: schedule_scale_opt_… and",
      "galileo_context_…; docs/steering.md lists them."
    })
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
