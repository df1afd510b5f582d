package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.measure.prometheus.ScrapePlan.Use;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which windows a server's scrapes allow, and which node they are of. */
class ScrapePlanTest {
  private final PrometheusWorld world;

  ScrapePlanTest() throws Exception {
    world = new PrometheusWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ScrapePlan plan() throws Exception {
    return ScrapePlan.probe(
        world.client,
        List.of(
            new Use("node-exporter", "node_cpu_seconds_total{instance=\"n1:9100\"}"),
            new Use("cadvisor", "container_cpu_usage_seconds_total"),
            new Use("scaphandre", "scaph_host_energy_microjoules")));
  }

  @Test
  void saysWhichDurationsCanBeMeasured() throws Exception {
    world
        .prometheus
        .scrape("scaphandre", "n1:8081", Duration.ofSeconds(15))
        .add("scaph_host_energy_microjoules", Map.of(), t -> t)
        .from(-400);
    ScrapePlan plan = plan();
    assertThat(plan.slowest()).isEqualTo(Duration.ofSeconds(15));
    assertThat(plan.lines(Duration.ofSeconds(40)))
        .containsExactly(
            "Prometheus scrapes node-exporter every 5 s, cadvisor every 5 s, scaphandre every 15 s:"
                + " windows from 30 s on are measured, from 60 s on with full confidence",
            "low confidence: window of 40 s holds 2 scrapes of 15 s");
    assertThat(plan.lines(Duration.ofSeconds(60))).hasSize(1);
    assertThat(plan.refusal(Duration.ofSeconds(30))).isEmpty();
    assertThat(plan.refusal(Duration.ofSeconds(20)))
        .hasValue(
            "scaphandre is scraped every 15 s, so a window of 20 s has no two samples: take a"
                + " DURATION of 30 s or more, or let Prometheus scrape it more often");
  }

  @Test
  void namesWhatIsDownAndWhatIsMissing() throws Exception {
    world.cadvisor.down(-1, 100);
    assertThat(plan().lines(Duration.ofMinutes(1)))
        .contains(
            "cadvisor at n1:8080 is down: connect: connection refused",
            "Prometheus has no samples of scaphandre: its figures will be missing");
  }

  @Test
  void takesTheIntervalFromSamplesWhereThereAreNoTargets() throws Exception {
    world.prometheus.server().fail("/api/v1/targets", request -> Fault.status(404, ""));
    ScrapePlan plan = plan();
    assertThat(plan.slowest()).isEqualTo(Duration.ofSeconds(5));
    assertThat(plan.lines(Duration.ofMinutes(1)))
        .anyMatch(
            line -> line.startsWith("Prometheus does not tell how often it scrapes cadvisor"));
    world.prometheus.server().fail("/api/v1/targets", request -> Fault.status(401, ""));
    assertThatThrownBy(this::plan).isInstanceOf(PrometheusException.class);
  }

  private void secondNode() {
    FakePrometheusTarget other = world.prometheus.scrape("node", "n2:9100", Duration.ofSeconds(5));
    world.mode(other, "0", "idle", t -> t);
    other.add("node_memory_MemTotal_bytes", Map.of(), t -> 4e9);
    other.add("node_uname_info", Map.of("nodename", "edge-two", "release", "6.1.0"), t -> 1);
    other.add("node_os_info", Map.of("pretty_name", "Debian GNU/Linux 12"), t -> 1);
  }

  @ParameterizedTest
  @CsvSource({"n2:9100", "n2", "edge-two"})
  void findsANodeByAnyOfItsNames(String name) throws Exception {
    secondNode();
    PrometheusNode node = PrometheusNode.probe(world.client, Optional.of(name));
    assertThat(node)
        .isEqualTo(
            new PrometheusNode(
                "n2:9100",
                "edge-two",
                1,
                4_000_000_000L,
                "Debian GNU/Linux 12",
                "6.1.0",
                List.of("n1:9100", "n2:9100")));
  }

  @Test
  void asksWhichNodeIsMeant() throws Exception {
    assertThat(PrometheusNode.probe(world.client, Optional.empty()).instance())
        .isEqualTo("n1:9100");
    secondNode();
    assertThatThrownBy(() -> PrometheusNode.probe(world.client, Optional.empty()))
        .hasMessage("Prometheus knows 2 nodes: choose one with --node: n1:9100, n2:9100");
    assertThatThrownBy(() -> PrometheusNode.probe(world.client, Optional.of("n3")))
        .hasMessage("--node n3 is no node that Prometheus knows: n1:9100, n2:9100");
    world.prometheus.hide("node_cpu_seconds_total");
    assertThatThrownBy(() -> PrometheusNode.probe(world.client, Optional.empty()))
        .hasMessageContaining("let it scrape a node-exporter");
  }
}
