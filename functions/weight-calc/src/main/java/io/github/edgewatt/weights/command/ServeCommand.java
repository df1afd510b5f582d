package io.github.edgewatt.weights.command;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import io.github.edgewatt.weights.settings.LogLevels;
import io.github.edgewatt.weights.wiring.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Keeps etcd's weights up to date, round after round, and answers over HTTP.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ServerOptions server;

  @Override
  public Integer call() {
    Environment environment = new Environment(System.getenv());
    LogLevels.of(environment)
        .forEach(
            (logger, level) ->
                System.setProperty("quarkus.log.category.\"" + logger + "\".level", level));
    Plan.check(environment);
    return Service.serve(server);
  }
}
