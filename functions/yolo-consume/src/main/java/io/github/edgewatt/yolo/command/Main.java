package io.github.edgewatt.yolo.command;

import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/yolo-consume}: without a command it serves. */
@QuarkusMain
@Command(
    name = "yolo-consume",
    mixinStandardHelpOptions = true,
    version = "edgewatt 0.1.0",
    description = "Finds objects in images: those that come from Kafka, and those of callers.",
    footer = {
      "",
      "Each option can come from the environment instead, as named in brackets; so can"
          + " VALIDATE_RESULTS (TRUE) and VERBOSE (FALSE): docs/yolo-consume.md."
    },
    subcommands = {ServeCommand.class, DetectCommand.class})
public final class Main implements Callable<Integer> {
  @Mixin private ServeOptions options;

  Main() {}

  /** Starts a command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Service.execute(new Main(), arguments));
  }

  @Override
  public Integer call() {
    return options.serve();
  }
}
