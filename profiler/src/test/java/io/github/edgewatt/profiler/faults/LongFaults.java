package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusLongFaults;
import io.github.edgewatt.profiler.platform.openfaas.GatewayLongFaults;
import java.util.List;

/** Faults whose waits are minutes: tried on the parts, with clocks that skip. */
final class LongFaults {
  private LongFaults() {}

  private interface Part {
    FaultLine run(String name) throws Exception;
  }

  static List<FaultCase> cases() {
    return List.of(
        part("function never ready", GatewayLongFaults::neverReady),
        part("deploy answers 202, never ready", GatewayLongFaults::acceptedOnly),
        part("gateway goes away for good", GatewayLongFaults::gone),
        part("Prometheus is away for more than a minute", PrometheusLongFaults::away),
        part("containers under another namespace's label", PrometheusLongFaults::wrongLabel),
        part("cAdvisor is down in the window", PrometheusLongFaults::gap),
        part("more than 11,000 points", PrometheusLongFaults::manyPoints));
  }

  private static FaultCase part(String name, Part part) {
    return new FaultCase(name, (title, folder) -> part.run(title));
  }
}
