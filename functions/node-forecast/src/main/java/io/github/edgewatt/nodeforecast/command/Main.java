package io.github.edgewatt.nodeforecast.command;

import io.github.edgewatt.nodeforecast.dfaas.ModelsType;
import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/node-forecast}: options become settings, and the server starts. */
@QuarkusMain
@Command(
    name = "node-forecast",
    mixinStandardHelpOptions = true,
    version = "edgewatt 0.1.0",
    description = "Serves trained models to DFaaS agents, TF Serving and Open Inference clients.",
    footer = "Each option can come from the environment instead, as named in brackets.")
public final class Main implements Callable<Integer> {
  private static final String MODELS = "edgewatt.forecast.models";

  @Mixin private ServerOptions server;

  @Option(
      names = "--models",
      paramLabel = "PATH",
      description =
          "a model's file, or a folder of *.json and *.json.gz (EDGEWATT_FORECAST_MODELS)")
  private Optional<String> models = Optional.empty();

  @Option(
      names = "--models-type",
      paramLabel = "TYPE",
      description =
          "what DFaaS' routes answer: regression, quantile005 or quantile095"
              + " (regression; MODELS_TYPE)")
  private Optional<String> modelsType = Optional.empty();

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description =
          "a group list, for DFaaS' routes and models that were not trained with groups"
              + " (EDGEWATT_FORECAST_GROUPS)")
  private Optional<String> groups = Optional.empty();

  @Option(
      names = "--poll",
      paramLabel = "TIME",
      description = "how often the files are looked at (2s; EDGEWATT_FORECAST_POLL)")
  private Optional<String> poll = Optional.empty();

  public static void main(String... arguments) {
    System.exit(Service.execute(new Main(), arguments));
  }

  @Override
  public Integer call() {
    if (models.isEmpty()
        && System.getProperty(MODELS) == null
        && System.getenv("EDGEWATT_FORECAST_MODELS") == null) {
      throw new IllegalArgumentException("say which models to serve: --models FILE or FOLDER");
    }
    modelsType.ifPresent(ModelsType::named);
    Map<String, Optional<String>> settings =
        Map.of(
            MODELS,
            models,
            "edgewatt.forecast.models-type",
            modelsType,
            "edgewatt.forecast.groups",
            groups,
            "edgewatt.forecast.poll",
            poll);
    settings.forEach((name, value) -> value.ifPresent(told -> System.setProperty(name, told)));
    return Service.serve(server);
  }
}
