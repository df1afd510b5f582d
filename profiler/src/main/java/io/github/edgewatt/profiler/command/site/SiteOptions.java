package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The words that say where functions run and what watches them. */
public final class SiteOptions {
  @Option(
      names = "--gateway",
      paramLabel = "URL",
      description = "profile behind this OpenFaaS gateway (default: OPENFAAS_URL, else local)")
  String gateway;

  @Option(names = "--local", description = "profile on this machine, whatever OPENFAAS_URL says")
  boolean local;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "the gateway's password (default: OPENFAAS_PASSWORD_FILE, else faas-cli's own login)")
  Path passwordFile;

  @Option(names = "--namespace", description = "the functions' namespace (default: the gateway's)")
  String namespace = "";

  @Option(
      names = "--stack",
      paramLabel = "FILE",
      description = "what to deploy and how it is called (default: stack.yml)")
  Path stack;

  @Option(
      names = "--deployed",
      description = "profile functions as they are deployed; they are neither changed nor removed")
  boolean deployed;

  @Option(names = "--autoscale", description = "let the gateway change the number of replicas")
  boolean autoscale;

  @Option(
      names = "--prometheus",
      paramLabel = "URL",
      description = "watch the node through this Prometheus (default: PROMETHEUS_URL)")
  String prometheus;

  @Option(names = "--prometheus-user", paramLabel = "NAME", description = "user of Prometheus")
  String prometheusUser;

  @Option(
      names = "--prometheus-password-file",
      paramLabel = "FILE",
      description = "password of --prometheus-user")
  Path prometheusPassword;

  @Option(
      names = "--prometheus-token-file",
      paramLabel = "FILE",
      description = "bearer token for Prometheus")
  Path prometheusToken;

  @Option(
      names = "--prometheus-ca",
      paramLabel = "FILE",
      description = "certificates (PEM) to trust for Prometheus")
  Path prometheusCertificates;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "which node, where Prometheus knows several: host name or instance label")
  String node;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "own PromQL selectors in place of the product's")
  Path queries;

  @Option(
      names = "--energy-queries",
      paramLabel = "FILE",
      description = "own selectors of power meters in place of the product's")
  Path energyQueries;

  /** The site these words and the environment name. */
  public Site choose() throws UsageException {
    return choose(System.getenv());
  }

  /**
   * What of these words is not in the environment and has to be typed again to go on with a run.
   */
  public String words() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("--gateway", gateway);
    said.put("--password-file", passwordFile);
    said.put("--namespace", namespace.isEmpty() ? null : namespace);
    said.put("--stack", stack);
    said.put("--prometheus", prometheus);
    said.put("--prometheus-user", prometheusUser);
    said.put("--prometheus-password-file", prometheusPassword);
    said.put("--prometheus-token-file", prometheusToken);
    said.put("--prometheus-ca", prometheusCertificates);
    said.put("--node", node);
    said.put("--queries", queries);
    said.put("--energy-queries", energyQueries);
    StringBuilder words = new StringBuilder();
    words.append(local ? " --local" : "");
    words.append(deployed ? " --deployed" : "").append(autoscale ? " --autoscale" : "");
    said.forEach((name, value) -> words.append(value == null ? "" : " " + name + " " + value));
    return words.toString();
  }

  Site choose(Map<String, String> environment) throws UsageException {
    if (local && gateway != null) {
      throw new UsageException("--local and --gateway exclude each other: leave one out");
    }
    String url = gateway != null ? gateway : environment.getOrDefault("OPENFAAS_URL", "");
    if (local || (gateway == null && url.isBlank())) {
      refuseClusterWords();
      return new LocalSite();
    }
    return ClusterSite.of(this, url, environment);
  }

  private void refuseClusterWords() throws UsageException {
    boolean flags = deployed || autoscale || !namespace.isEmpty();
    List<Object> words =
        Arrays.asList(
            passwordFile,
            stack,
            prometheus,
            prometheusUser,
            prometheusPassword,
            prometheusToken,
            prometheusCertificates,
            node,
            queries,
            energyQueries);
    if (flags || words.stream().anyMatch(Objects::nonNull)) {
      throw new UsageException(
          "--stack, --deployed, --prometheus and their like need a gateway: add --gateway URL or"
              + " set OPENFAAS_URL");
    }
  }
}
