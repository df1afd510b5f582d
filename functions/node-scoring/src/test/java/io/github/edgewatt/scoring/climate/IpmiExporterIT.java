package io.github.edgewatt.scoring.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.fixtures.RealServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ipmi_exporter, read as a node's. */
class IpmiExporterIT {
  @TempDir private Path folder;

  @Test
  void readsARealExporterAndKeepsWhatItToldWhenItIsGone() throws InterruptedException {
    try (RealServer exporter =
        RealServer.up(
            "ipmi.sh", folder.resolve("state"), "Ambient=27", "CPU1=51", "CPU2=53", "Exhaust=40")) {
      assumeTrue(exporter.missing().isEmpty(), () -> exporter.missing().orElse(""));
      Node node = new Node("n1", Map.of(), Map.of(), exporter.get("host"), 8, 16e9, false);
      PollerOptions often =
          PollerOptions.DEFAULTS
              .withPort(Integer.parseInt(exporter.get("port")))
              .withInterval(Duration.ofMillis(200));
      try (IpmiPoller poller = IpmiPoller.start(often, () -> List.of(node))) {
        Instant first = await(poller, Instant.MIN);
        Climate climate = poller.of("n1").orElseThrow();
        assertThat(climate.ambientCelsius()).isEqualTo(27);
        assertThat(climate.cpu1Celsius()).isEqualTo(51);
        assertThat(climate.cpu2Celsius()).isEqualTo(53);
        assertThat(await(poller, first)).isAfter(first);
        ProcessHandle process =
            ProcessHandle.of(Long.parseLong(exporter.get("exporter_pid"))).orElseThrow();
        process.destroyForcibly();
        // What was on its way when the exporter ended may still arrive.
        Thread.sleep(Duration.ofSeconds(2).toMillis());
        Instant last = poller.of("n1").orElseThrow().at();
        Thread.sleep(Duration.ofSeconds(2).toMillis());
        assertThat(poller.of("n1").orElseThrow().at()).isEqualTo(last);
      }
    }
  }

  /** The time of the first readings after {@code before}. */
  private static Instant await(IpmiPoller poller, Instant before) throws InterruptedException {
    Instant giveUp = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(giveUp)) {
      Instant at = poller.of("n1").map(Climate::at).orElse(before);
      if (at.isAfter(before)) {
        return at;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no page in 30 s");
  }
}
