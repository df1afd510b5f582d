package io.github.edgewatt.collector.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.github.edgewatt.collector.event.FpgaEvent;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import io.github.edgewatt.collector.window.Nodes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A synchronizer with an API server that does as it is told and a clock that goes when told. */
abstract class SynchronizerFixture {
  static final Duration DEADLINE = Duration.ofSeconds(5);
  static final SyncSettings SETTINGS =
      new SyncSettings(
          Duration.ofSeconds(10), Duration.ofSeconds(60), DEADLINE, Duration.ofSeconds(2));

  final FakeApiServer server = FakeApiServer.start("n1", "n2");
  Nodes nodes = Nodes.one("n1");
  long nowMillis = 1_700_000_000_000L;
  final KubernetesNodes api = connect(server.address());
  Synchronizer synchronizer = fresh();

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  final void pass() throws InterruptedException {
    synchronizer.pass(() -> false);
  }

  final Instant now() {
    return Instant.ofEpochMilli(nowMillis);
  }

  final Synchronizer fresh() {
    return fresh(api);
  }

  final Synchronizer fresh(NodeAnnotations to) {
    Backoff backoff = new Backoff(SETTINGS.interval(), () -> 1);
    return new Synchronizer(nodes, to, SETTINGS, this::now, () -> nowMillis * 1_000_000, backoff);
  }

  private static KubernetesNodes connect(URI address) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(address.toString())
            .withNamespace("x")
            .build();
    return new KubernetesNodes(config);
  }

  final void later(long millis) {
    nowMillis += millis;
  }

  final void event(String node, double millis) {
    nodes.add(
        node,
        new FpgaEvent(nowMillis, Kind.USAGE, millis, Optional.empty(), Optional.empty()),
        nowMillis);
  }
}
