package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.openfaas.GatewayUrl;
import java.util.Map;
import java.util.Set;

/** What watches the node behind a gateway. */
interface NodeWatch {
  Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Finds the node and its meters, before anything is deployed there.
   *
   * @param namespace the functions' namespace
   * @throws UsageException when the plan cannot be measured with it
   */
  WatchedNode examine(SiteRequest request, String namespace)
      throws UsageException, PlatformException, InterruptedException;

  /** Prometheus where one is named; this machine's own counters where the gateway is on it. */
  static NodeWatch of(SiteOptions options, GatewayUrl gateway, Map<String, String> environment)
      throws UsageException {
    String url =
        options.prometheus != null
            ? options.prometheus
            : environment.getOrDefault("PROMETHEUS_URL", "");
    if (!url.isBlank()) {
      return PrometheusWatch.of(options, url);
    }
    if (LOOPBACK.contains(gateway.uri().getHost())) {
      return new HostWatch();
    }
    throw new UsageException(
        "the gateway %s is not on this machine: say which Prometheus watches its node,"
                .formatted(gateway)
            + " --prometheus URL");
  }
}
