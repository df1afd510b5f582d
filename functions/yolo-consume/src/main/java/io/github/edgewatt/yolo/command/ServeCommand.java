package io.github.edgewatt.yolo.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Looks at images from Kafka and of callers until it is ended.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ServeOptions options;

  @Override
  public Integer call() {
    return options.serve();
  }
}
