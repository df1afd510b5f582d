package io.github.edgewatt.scaling.wiring;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.scaling.lead.LeaseLeadership;
import io.github.edgewatt.scaling.lead.LeaseOptions;
import io.github.edgewatt.scaling.settings.LeaseSettings;
import io.github.edgewatt.steering.loop.Leadership;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The client that changes a cluster, and the Lease that allows it to. */
final class Kubernetes {
  private static final Duration MOST = Duration.ofSeconds(5);

  private Kubernetes() {}

  /**
   * A client whose requests end before another process may lead, and are not repeated by it: who
   * calls knows what may be repeated.
   *
   * @throws IllegalArgumentException one line where there is no cluster to be found
   */
  static KubernetesClient client(LeaseSettings lease) {
    Duration third = lease.duration().dividedBy(3);
    Duration timeout = third.compareTo(MOST) < 0 ? third : MOST;
    try (KubernetesClient usual = Clients.client(Optional.empty())) {
      return new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder(usual.getConfiguration())
                  .withConnectionTimeout((int) timeout.toMillis())
                  .withRequestTimeout((int) timeout.toMillis())
                  .withRequestRetryBackoffLimit(0)
                  .build())
          .build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage().replace("give --kubeconfig FILE, set", "set"), e);
    }
  }

  /** Competes for the Lease, if that is wanted. */
  static Leadership leadership(KubernetesClient client, LeaseSettings lease, Clock clock) {
    if (!lease.wanted()) {
      return Leadership.ALONE;
    }
    LeaseOptions options =
        new LeaseOptions(namespace(lease), lease.name(), lease.identity(), lease.duration());
    return LeaseLeadership.start(client, options, clock);
  }

  private static String namespace(LeaseSettings lease) {
    if (lease.namespace().isPresent()) {
      return lease.namespace().get();
    }
    try {
      return Files.readString(LeaseSettings.OWN_NAMESPACE).strip();
    } catch (IOException e) {
      return "default";
    }
  }
}
