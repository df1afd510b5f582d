package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.fixtures.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsApiTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:30Z");
  private static final Instant THEN = Instant.parse("2026-05-01T10:00:00Z");
  private static final String NODES =
      """
      {"kind": "NodeMetricsList", "apiVersion": "metrics.k8s.io/v1beta1", "items": [
        {"metadata": {"name": "a"}, "timestamp": "2026-05-01T10:00:00Z", "window": "15s",
         "usage": {"cpu": "1500000000n", "memory": "2048Ki"}},
        {"metadata": {"name": "no-usage"}, "timestamp": "2026-05-01T10:00:00Z"},
        {"metadata": {"name": "garbage"}, "usage": {"cpu": "some", "memory": "1"}},
        {"metadata": {"name": "no-time"}, "usage": {"cpu": "1", "memory": "1"}}]}
      """;
  private static final String PODS =
      """
      {"kind": "PodMetricsList", "apiVersion": "metrics.k8s.io/v1beta1", "items": [
        {"metadata": {"namespace": "ns", "name": "p"}, "timestamp": "2026-05-01T10:00:00Z", "window": "15s",
         "containers": [{"name": "x", "usage": {"cpu": "250m", "memory": "1Ki"}},
                        {"name": "y", "usage": {"cpu": "250m", "memory": "1Ki"}}]},
        {"metadata": {"namespace": "ns", "name": "half"}, "containers": [{"name": "x"}]}]}
      """;

  @TempDir Path folder;

  @Test
  void itemsAreReadAndUnreadableOnesLeftOut() throws IOException {
    try (StandInServer server = StandInServer.start(MetricsApiTest::answer);
        KubernetesClient client = client(server)) {
      MetricsApi api = new MetricsApi(client, Clock.fixed(NOW, ZoneOffset.UTC));
      assertThat(api.nodes())
          .isEqualTo(
              Map.of("a", new Usage(1.5, 2048 * 1024, THEN), "no-time", new Usage(1, 1, NOW)));
      assertThat(api.pods())
          .isEqualTo(List.of(new MetricsSource.PodUsage("ns", "p", new Usage(0.5, 2048, THEN))));
    }
  }

  @Test
  void anApiThatIsNotThereFails() throws IOException {
    try (StandInServer server =
            StandInServer.start(request -> StandInServer.Reply.json(404, "{}"));
        KubernetesClient client = client(server)) {
      MetricsApi api = new MetricsApi(client, Clock.fixed(NOW, ZoneOffset.UTC));
      assertThatThrownBy(api::nodes).isInstanceOf(RuntimeException.class);
    }
  }

  private static StandInServer.Reply answer(StandInServer.Request request) {
    return StandInServer.Reply.json(200, request.path().endsWith("/nodes") ? NODES : PODS);
  }

  private KubernetesClient client(StandInServer server) throws IOException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, ClientsTest.kubeconfig(server.uri().toString()));
    return Clients.client(Optional.of(file));
  }
}
