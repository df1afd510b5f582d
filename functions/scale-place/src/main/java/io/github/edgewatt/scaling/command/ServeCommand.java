package io.github.edgewatt.scaling.command;

import io.github.edgewatt.scaling.settings.ProgramSettings;
import io.github.edgewatt.scaling.wiring.Engine;
import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Scales and places, every schedule_scale_opt_reconcile_interval seconds, and answers"
            + " /scalePlace, /state and /metrics.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ServerOptions server;

  @Override
  public Integer call() {
    // Whatever is wrong is told before anything starts.
    ProgramSettings settings = Engine.check();
    level("io.github.edgewatt", settings.logging());
    level("io.github.edgewatt.cluster", settings.viewLogging());
    return Service.serve(server);
  }

  private static void level(String category, String level) {
    System.setProperty("quarkus.log.category.\"" + category + "\".level", level);
  }
}
