package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.Usage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code metrics.k8s.io/v1beta1}. An item that cannot be read is left out; one without a time
 * counts as measured now.
 */
record MetricsApi(KubernetesClient client, Clock clock) implements MetricsSource {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsApi.class);

  @Override
  public Map<String, Usage> nodes() {
    Map<String, Usage> usage = new HashMap<>();
    for (NodeMetrics node : client.top().nodes().metrics().getItems()) {
      try {
        usage.put(
            node.getMetadata().getName(),
            new Usage(
                measured(node.getUsage(), "cpu"),
                measured(node.getUsage(), "memory"),
                at(node.getTimestamp())));
      } catch (RuntimeException e) {
        LOG.debug("a node's metrics left out: {}", e.getMessage());
      }
    }
    return usage;
  }

  @Override
  public List<PodUsage> pods() {
    List<PodUsage> usage = new ArrayList<>();
    for (PodMetrics pod : client.top().pods().metrics().getItems()) {
      try {
        double cores = 0;
        double bytes = 0;
        for (ContainerMetrics container : pod.getContainers()) {
          cores += measured(container.getUsage(), "cpu");
          bytes += measured(container.getUsage(), "memory");
        }
        usage.add(
            new PodUsage(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                new Usage(cores, bytes, at(pod.getTimestamp()))));
      } catch (RuntimeException e) {
        LOG.debug("a pod's metrics left out: {}", e.getMessage());
      }
    }
    return usage;
  }

  private static double measured(Map<String, Quantity> usage, String name) {
    if (usage == null || !usage.containsKey(name)) {
      throw new IllegalArgumentException("no " + name);
    }
    return Quantities.of(usage, name);
  }

  private Instant at(String timestamp) {
    return Conversions.instant(timestamp).orElseGet(clock::instant);
  }
}
