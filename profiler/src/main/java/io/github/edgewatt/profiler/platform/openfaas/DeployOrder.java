package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run may deploy, and how it is asked for; or that it may deploy nothing. */
final class DeployOrder {
  static final String SCALE = "com.openfaas.scale.";

  private final GatewayClient client;
  private final Map<String, Deployment> deployments = new LinkedHashMap<>();
  private final List<String> asDeployed;

  private DeployOrder(GatewayClient client, List<String> asDeployed) {
    this.client = client;
    this.asDeployed = List.copyOf(asDeployed);
  }

  static DeployOrder deploying(
      GatewayClient client, OpenFaasSettings settings, List<StackFunction> functions) {
    DeployOrder order = new DeployOrder(client, List.of());
    for (StackFunction function : functions) {
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put(FunctionStatus.RUN_LABEL, settings.runLabel());
      if (!settings.autoscale()) {
        labels.put(SCALE + "min", "1");
        labels.put(SCALE + "max", "1");
        if (function.deployment().labels().containsKey(SCALE + "zero")) {
          labels.put(SCALE + "zero", "false");
        }
      }
      order.deployments.put(
          function.request().name(), ours(function.deployment().labelled(labels)));
    }
    return order;
  }

  private static Deployment ours(Deployment deployment) {
    String host = HostName.ofThisMachine();
    return host.isEmpty()
        ? deployment
        : deployment.annotated(Map.of(FunctionStatus.HOST_ANNOTATION, host));
  }

  static DeployOrder asDeployed(GatewayClient client, List<FunctionSpec> functions) {
    return new DeployOrder(client, functions.stream().map(FunctionSpec::name).toList());
  }

  /** Refuses a gateway on which the run cannot work. */
  void check(List<FunctionStatus> there) throws PlatformException {
    List<String> names = there.stream().map(FunctionStatus::name).toList();
    for (String name : asDeployed) {
      if (!names.contains(name)) {
        throw new PlatformException("%s is not deployed on %s".formatted(name, client.gateway()));
      }
    }
    List<String> taken = deployments.keySet().stream().filter(names::contains).toList();
    if (!taken.isEmpty()) {
      throw new PlatformException(
          "%s %s deployed on %s already, and not by this tool: remove, or profile as deployed with"
                  .formatted(
                      String.join(", ", taken), taken.size() == 1 ? "is" : "are", client.gateway())
              + " --deployed");
    }
  }

  /** What to deploy under a name; empty where it is used as it is. */
  Optional<Deployment> deployment(String name) {
    return Optional.ofNullable(deployments.get(name));
  }

  /** The request with the path it has at the gateway. */
  FunctionSpec request(FunctionSpec spec) throws PlatformException {
    if (!deployments.containsKey(spec.name()) && !asDeployed.contains(spec.name())) {
      throw new PlatformException("function " + spec.name() + " is not one of this run's");
    }
    String own = spec.path().equals("/") ? "" : spec.path();
    return new FunctionSpec(
        spec.name(),
        spec.method(),
        client.functionPath(spec.name()) + own,
        spec.contentType(),
        spec.body());
  }
}
