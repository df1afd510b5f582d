package io.github.edgewatt.nodeforecast.http;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.GroupListFile;
import io.github.edgewatt.nodeforecast.dfaas.DfaasProtocol;
import io.github.edgewatt.nodeforecast.dfaas.ModelsType;
import io.github.edgewatt.nodeforecast.funqy.NodeForecast;
import io.github.edgewatt.nodeforecast.inference.InferenceProtocol;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.store.StateJson;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Shelf;
import io.github.edgewatt.nodeforecast.tensorflow.TensorflowProtocol;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which path belongs to which protocol. */
@Singleton
class ForecastRoutes {
  private final Server server;
  private final Protocol dfaas;
  private final Protocol tensorflow;
  private final Protocol inference;
  private final Protocol function;
  private final Protocol state;

  @Inject
  ForecastRoutes(
      Server server,
      Models models,
      NodeForecast function,
      Settings settings,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.server = server;
    this.function = function;
    Shelf shelf = new Current(models);
    dfaas = new DfaasProtocol(models, ModelsType.named(settings.modelsType()), groups(settings));
    tensorflow = new TensorflowProtocol(shelf);
    inference = new InferenceProtocol(shelf, version);
    state =
        call -> {
          call.allow("GET");
          return Reply.json(StateJson.of(models.get()));
        };
  }

  /** The models as they are when asked. */
  private record Current(Models models) implements Shelf {
    @Override
    public Servable servable(String name) {
      return models.get().servable(name);
    }

    @Override
    public List<String> names() {
      return models.get().names();
    }
  }

  private static Map<String, List<String>> groups(Settings settings) {
    if (settings.groups().isEmpty()) {
      return Map.of();
    }
    try {
      return GroupListFile.read(Path.of(settings.groups().get())).groups();
    } catch (DatasetException e) {
      // The server tells the innermost cause, which would be the bare name of the file.
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  void install(@Observes Router router) {
    for (String path : DfaasProtocol.paths()) {
      router.route("/" + path).handler(context -> server.serve(context, "dfaas", dfaas));
    }
    router.route("/v1/*").handler(context -> server.serve(context, "tensorflow", tensorflow));
    for (String path : List.of("/v2", "/v2/*")) {
      router.route(path).handler(context -> server.serve(context, "inference", inference));
    }
    // Before Funqy's own route for the same path.
    router
        .route("/" + NodeForecast.NAME)
        .order(-1)
        .handler(context -> server.serve(context, "function", function));
    router.route("/state").handler(context -> server.serve(context, "state", state));
  }
}
