package io.github.edgewatt.collector.command;

import io.github.edgewatt.collector.http.CollectorSettings;
import io.github.edgewatt.collector.kubernetes.KubernetesConfig;
import io.github.edgewatt.collector.window.Nodes;
import io.github.edgewatt.service.BearerToken;
import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code collector-ingest}: takes events until it is told to end. */
@Command(
    name = "collector-ingest",
    mixinStandardHelpOptions = true,
    version = "Edgewatt 0.1.0",
    sortOptions = false,
    description = {
      "Takes what FPGAs report and keeps their node's annotation up to date.",
      "Without --node and NODE_NAME it serves many nodes: each event names its own, ?node=NAME."
    })
final class CollectorCommand implements Callable<Integer> {
  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "the node whose events these are (NODE_NAME)")
  private Optional<String> node = Optional.empty();

  @Mixin private ServerOptions server;

  @Option(
      names = "--no-k8s",
      description = "write no annotation (EDGEWATT_COLLECTOR_KUBERNETES=false)")
  private boolean withoutKubernetes;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "how to reach the API server (KUBECONFIG, ~/.kube/config, the pod's account)")
  private Optional<Path> kubeconfig = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "holds a token that callers have to show (Authorization: Bearer ...)")
  private Optional<Path> tokenFile = Optional.empty();

  private final Map<String, String> environment;

  CollectorCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Optional<String> name =
        node.or(() -> Optional.ofNullable(environment.get("NODE_NAME")).filter(n -> !n.isEmpty()));
    name.ifPresent(Nodes::one);
    tokenFile.ifPresent(BearerToken::read);
    boolean kubernetes =
        !withoutKubernetes && !"false".equals(environment.get("EDGEWATT_COLLECTOR_KUBERNETES"));
    if (kubernetes) {
      KubernetesConfig.find(kubeconfig, environment);
    }
    name.ifPresent(one -> set("node", one));
    set("kubernetes", String.valueOf(kubernetes));
    kubeconfig.ifPresent(file -> set("kubeconfig", file.toString()));
    tokenFile.ifPresent(file -> set("token-file", file.toString()));
    return Service.serve(server);
  }

  private static void set(String name, String value) {
    System.setProperty(CollectorSettings.PREFIX + "." + name, value);
  }
}
