package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusLimits;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Prometheus servers are read, and how to log in; the same login goes to all. */
final class PrometheusOptions {
  private static final String PUBLISHED = "http://localhost:9090,http://localhost:9091";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Larger answers are asked for in halves. */
  private static final long MOST_BYTES = 1L << 30;

  @Option(
      names = "--prometheus",
      paramLabel = "URL[,URL]",
      hideParamSyntax = true,
      split = ",",
      description = {
        "the servers (default: PROMETHEUS_URL,",
        "else http://localhost:9090 and http://localhost:9091)"
      })
  List<String> urls;

  @Option(names = "--prometheus-user", paramLabel = "NAME", description = "user of Prometheus")
  String user;

  @Option(
      names = "--prometheus-password-file",
      paramLabel = "FILE",
      description = "password of --prometheus-user")
  Path password;

  @Option(
      names = "--prometheus-token-file",
      paramLabel = "FILE",
      description = "bearer token for Prometheus")
  Path token;

  @Option(
      names = "--prometheus-ca",
      paramLabel = "FILE",
      description = "certificates (PEM) to trust for Prometheus")
  Path certificates;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "2m",
      converter = PipelineConverters.Seconds.class,
      description = "until an answer must be there (default: ${DEFAULT-VALUE})")
  Duration timeout;

  /** The servers' addresses: those of the command line, of the environment, or the published. */
  List<String> urls(String environment) {
    if (urls != null) {
      return urls;
    }
    String all = environment == null || environment.isBlank() ? PUBLISHED : environment;
    return List.of(all.split(","));
  }

  /** A client of each server; none is asked anything yet. */
  List<PrometheusClient> open(List<String> addresses) throws UsageException {
    List<PrometheusClient> clients = new ArrayList<>();
    try {
      for (String address : addresses) {
        clients.add(
            PrometheusClient.open(
                settings(address.strip()),
                new PrometheusLimits(CONNECT, timeout, PATIENCE, MOST_BYTES)));
      }
      return clients;
    } catch (IllegalArgumentException | IOException e) {
      clients.forEach(PrometheusClient::close);
      throw new UsageException(e.getMessage());
    }
  }

  private PrometheusSettings settings(String address) {
    PrometheusSettings plain = PrometheusSettings.parse(address);
    return new PrometheusSettings(
        plain.base(),
        Optional.ofNullable(user),
        Optional.ofNullable(password),
        Optional.ofNullable(token),
        Optional.ofNullable(certificates));
  }
}
