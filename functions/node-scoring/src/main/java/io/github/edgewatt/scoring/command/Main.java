package io.github.edgewatt.scoring.command;

import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/node-scoring}. */
@QuarkusMain
@Command(
    name = "node-scoring",
    mixinStandardHelpOptions = true,
    description = "Says where the next pod costs least.",
    subcommands = {ServeCommand.class, ExplainCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  Main() {}

  /** Starts a command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Service.execute(new Main(), arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: serve or explain");
  }
}
