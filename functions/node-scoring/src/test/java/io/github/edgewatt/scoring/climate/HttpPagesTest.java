package io.github.edgewatt.scoring.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPagesTest {
  private static final String PAGE = "ipmi_temperature_celsius{name=\"CPU1\"} 40\n";

  private final StandInServer exporter =
      StandInServer.start(request -> Reply.of(200, "text/plain", PAGE));
  private final HttpPages pages = new HttpPages(exporter.uri().getPort(), 4, Duration.ofSeconds(8));

  @AfterEach
  void stop() {
    pages.close();
    exporter.close();
  }

  private String fetch() throws Exception {
    return pages.fetch("127.0.0.1").get(20, TimeUnit.SECONDS);
  }

  @Test
  void fetchesThePage() throws Exception {
    assertThat(fetch()).isEqualTo(PAGE);
    assertThat(exporter.requests().get(0).path()).isEqualTo("/metrics");
  }

  @Test
  void failsInTime() {
    exporter.fail("/", request -> Fault.oversized());
    assertThatThrownBy(this::fetch).hasMessageContaining("more than 1 MiB");
    exporter.fail("/", request -> Fault.status(500, "no BMC"));
    assertThatThrownBy(this::fetch).hasMessageContaining("status 500");
    exporter.fail("/", request -> Fault.silent());
    assertThatThrownBy(this::fetch).hasMessageContaining("timeout");
    exporter.fail("/", request -> Fault.truncated());
    assertThatThrownBy(this::fetch).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> pages.fetch("no host").get(20, TimeUnit.SECONDS))
        .hasMessageContaining("no address: no host");
  }

  @Test
  void aStartedPollerReadsByItself() throws InterruptedException {
    Node node = new Node("n1", Map.of(), Map.of(), "127.0.0.1", 8, 16e9, false);
    PollerOptions options = PollerOptions.DEFAULTS.withPort(exporter.uri().getPort());
    try (IpmiPoller poller = IpmiPoller.start(options, () -> List.of(node))) {
      Instant giveUp = Instant.now().plusSeconds(20);
      while (poller.of("n1").isEmpty() && Instant.now().isBefore(giveUp)) {
        Thread.sleep(20);
      }
      assertThat(poller.of("n1").orElseThrow().cpu1Celsius()).isEqualTo(40);
    }
  }
}
