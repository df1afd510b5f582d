package io.github.edgewatt.scoring.command;

import io.github.edgewatt.scoring.wiring.Configs;
import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Answers a scheduler (/filter, /prioritize) and others (/nodeScoring, /explain).")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ServerOptions server;
  @Mixin private ScoringOptions scoring;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "after it a scheduler is answered with neutral scores (500ms)")
  private Optional<String> deadline = Optional.empty();

  @Option(names = "--workers", paramLabel = "N", description = "threads that score (8)")
  private Optional<Integer> workers = Optional.empty();

  @Option(names = "--queue", paramLabel = "N", description = "calls that may wait (64)")
  private Optional<Integer> queue = Optional.empty();

  @Override
  public Integer call() {
    scoring.apply();
    ScoringOptions.set("deadline", deadline);
    ScoringOptions.set("workers", workers);
    ScoringOptions.set("queue", queue);
    Configs.load();
    return Service.serve(server);
  }
}
