package io.github.edgewatt.cluster.live;

import static io.github.edgewatt.cluster.live.Told.START;
import static io.github.edgewatt.cluster.live.Told.node;
import static io.github.edgewatt.cluster.live.Told.pod;
import static io.github.edgewatt.cluster.live.Told.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveClusterTest {
  private static final Duration LOOKBACK = Duration.ofSeconds(15);

  private final ManualClock clock = new ManualClock(START);
  private final LiveCluster cluster = new LiveCluster(LiveOptions.DEFAULTS, clock);

  private Snapshot snapshot() {
    return cluster.snapshot(clock.instant(), LOOKBACK);
  }

  /** Goes on by so many seconds, each with a sample: half a core. */
  private void busy(String id, int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Duration.ofSeconds(1));
      double used = 5e8 * Duration.between(START, clock.instant()).toSeconds();
      cluster.cpuTime(id, clock.instant(), used);
    }
  }

  private Trace only() {
    List<Trace> traces = snapshot().traces();
    assertThat(traces).hasSize(1);
    return traces.get(0);
  }

  @Test
  void isEmptyAtFirst() {
    Snapshot empty = snapshot();
    assertThat(empty.nodes()).isEmpty();
    assertThat(empty.pods()).isEmpty();
    assertThat(empty.at()).isEqualTo(START);
    assertThat(cluster.dropped().values()).containsOnly(0L);
  }

  @Test
  void putsWhatItWasToldTogether() {
    cluster.node(node("n2", "zone-b"));
    cluster.node(node("n1", "zone-a"));
    cluster.pod(pod("p1", "f", "", "n1", "10.0.0.1"));
    cluster.gateway("g1", new Gateway("", "gateway-a", "n1", "10.0.0.9:80"));
    cluster.requested("g1", "n1", new Resources(0.1, 5e7, 1));
    cluster.requested("p1", "n1", new Resources(9, 9, 9));
    cluster.nodeCpu("n1", START, 0.25);
    cluster.nodeWatts("n1", START, 30);
    cluster.podWatts("p1", START, 3);
    Snapshot taken = snapshot();
    assertThat(taken.nodes()).extracting(ZoneNode::name).containsExactly("n1", "n2");
    ZoneNode first = taken.nodes().get(0);
    assertThat(first.requested()).isEqualTo(new Resources(0.6, 1.5e8, 2));
    assertThat(first.cpuShare()).isEqualTo(0.25);
    assertThat(first.watts()).isEqualTo(30);
    assertThat(taken.nodes().get(1).cpuShare()).isNaN();
    assertThat(taken.pods()).extracting(FunctionPod::zone).containsExactly("zone-a");
    assertThat(taken.pods().get(0).watts()).isEqualTo(3);
    assertThat(taken.pods().get(0).cpuCores()).isNaN();
    assertThat(taken.gateways())
        .containsExactly(new Gateway("zone-a", "gateway-a", "n1", "10.0.0.9:80"));
  }

  @Test
  void takesCpuFromCountersOfAllContainers() {
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    cluster.container("p1", "c1");
    busy("c1", 30);
    assertThat(snapshot().pods().get(0).cpuCores()).isCloseTo(0.5, within(1e-9));
    cluster.container("p1", "c2");
    Instant now = clock.instant();
    cluster.cpuTime("c2", now.minusSeconds(20), 1e9);
    cluster.cpuTime("c2", now, 6e9);
    assertThat(snapshot().pods().get(0).cpuCores()).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void findsSamplesThatCameBeforeTheirPod() {
    busy("c1", 20);
    cluster.container("p1", "c1");
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    assertThat(snapshot().pods().get(0).cpuCores()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void takesAPodsUidOrNameWhereNoContainerTells() {
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    cluster.container("p1", "silent");
    busy("f-deployment-p1", 20);
    assertThat(snapshot().pods().get(0).cpuCores()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void forgetsAPodWithItsSamples() {
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    cluster.container("p1", "c1");
    busy("c1", 20);
    cluster.removePod("p1");
    assertThat(snapshot().pods()).isEmpty();
    assertThat(cluster.kept()).containsEntry("samples", 0L);
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    assertThat(snapshot().pods().get(0).cpuCores()).isNaN();
  }

  @Test
  void forgetsANodeWithItsSamplesAndGateways() {
    cluster.node(node("n1", "zone-a"));
    cluster.gateway("g1", new Gateway("zone-a", "gateway-a", "n1", "10.0.0.9:80"));
    cluster.nodeCpu("n1", START, 0.5);
    cluster.removeNode("n1");
    assertThat(snapshot().nodes()).isEmpty();
    assertThat(snapshot().gateways()).isEmpty();
    cluster.node(node("n1", "zone-a"));
    assertThat(snapshot().nodes().get(0).cpuShare()).isNaN();
  }

  @Test
  void resolvesWhereARequestCameFromAndWhereItWasServed() {
    cluster.node(node("n1", "zone-a"));
    cluster.node(node("n2", "zone-b"));
    cluster.pod(pod("p1", "f", "", "n1", "10.0.0.1"));
    cluster.trace(trace(START.minusSeconds(1), "galileo-worker-zone-b-x7k2p-3", "10.0.0.1:8080"));
    Trace trace = only();
    assertThat(trace.originZone()).isEqualTo("zone-b");
    assertThat(trace.zone()).isEqualTo("zone-a");
    assertThat(trace.pod()).isEqualTo("f-deployment-p1");
    assertThat(trace.responseSeconds()).isCloseTo(0.1, within(1e-9));
    assertThat(trace.networkMillis()).isCloseTo(20, within(1e-9));
  }

  @Test
  void remembersWhereAPodWasThatIsGone() {
    cluster.node(node("n1", "zone-a"));
    cluster.pod(pod("p1", "f", "", "n1", "10.0.0.1"));
    cluster.trace(trace(START.minusSeconds(1), "client", "10.0.0.1:8080"));
    cluster.removePod("p1");
    assertThat(only().zone()).isEqualTo("zone-a");
    assertThat(only().originZone()).isEmpty();
  }

  @Test
  void resolvesATraceOnceItsPodIsKnown() {
    cluster.trace(trace(START.minusSeconds(1), "client", "[fd00::1]:8080"));
    assertThat(only().zone()).isEmpty();
    cluster.node(node("n1", "zone-a"));
    cluster.pod(pod("p1", "f", "", "n1", "fd00::1"));
    assertThat(only().zone()).isEqualTo("zone-a");
  }

  @Test
  void learnsLatenciesFromHops() {
    cluster.node(node("n1", "zone-a"));
    cluster.node(node("n2", "zone-b"));
    cluster.latencies(new LatencyGraph(Map.of("n1", Map.of("n2", 0.0)), 50));
    hop(10);
    assertThat(snapshot().latencies().millis("n2", "n1")).isCloseTo(20, within(1e-6));
    hop(20);
    assertThat(snapshot().latencies().millis("n1", "n2")).isCloseTo(30, within(1e-6));
    hop(-5);
    assertThat(snapshot().latencies().millis("n1", "n2")).isCloseTo(30, within(1e-6));
    assertThat(snapshot().latencies().maxMillis()).isEqualTo(50);
    assertThat(cluster.dropped()).containsEntry("hop_skewed", 1L);
    cluster.removeNode("n2");
    assertThat(snapshot().latencies().millis("n1", "n2")).isZero();
  }

  private void hop(int millis) {
    clock.advance(Duration.ofSeconds(1));
    Instant sent = clock.instant().minusMillis(200);
    RequestTrace plain = trace(sent, "client", "10.0.0.1");
    cluster.trace(
        new RequestTrace(
            plain.sent(),
            plain.done(),
            200,
            "f",
            "client",
            "10.0.0.1",
            plain.started(),
            plain.ended(),
            List.of(
                new RequestTrace.Hop("n1", sent),
                new RequestTrace.Hop("n2", sent.plusMillis(millis)))));
  }

  @Test
  void forgetsRatesThatNobodyTellsAnyMore() {
    cluster.traffic(
        List.of(new Traffic("f", "", "zone-a", 5, 0.1), new Traffic("g", "", "", -1, 0)));
    assertThat(snapshot().traffic()).hasSize(1);
    assertThat(cluster.dropped()).containsEntry("senseless", 1L);
    clock.advance(Duration.ofSeconds(61));
    assertThat(snapshot().traffic()).isEmpty();
  }
}
