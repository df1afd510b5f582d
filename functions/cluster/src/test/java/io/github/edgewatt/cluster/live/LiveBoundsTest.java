package io.github.edgewatt.cluster.live;

import static io.github.edgewatt.cluster.live.Told.START;
import static io.github.edgewatt.cluster.live.Told.node;
import static io.github.edgewatt.cluster.live.Told.pod;
import static io.github.edgewatt.cluster.live.Told.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveBoundsTest {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final ManualClock clock = new ManualClock(START);
  private final LiveCluster cluster =
      new LiveCluster(
          new LiveOptions(WINDOW, WINDOW, Duration.ofSeconds(5), LatencyGraph.EMPTY, 8, 5, 2, 3, 4),
          clock);

  private Snapshot snapshot() {
    return cluster.snapshot(clock.instant(), Duration.ofSeconds(15));
  }

  private void assertDropped(String reason, long times) {
    assertThat(cluster.dropped()).containsEntry(reason, times);
  }

  @ParameterizedTest
  @CsvSource({
    "-61, 0.5, too_old",
    "6, 0.5, in_the_future",
    "0, NaN, senseless",
    "0, -0.1, senseless",
    "0, 55, senseless"
  })
  void leavesOutSamplesThatCannotBe(long seconds, double share, String reason) {
    cluster.node(node("n1", "zone-a"));
    cluster.nodeCpu("n1", START.plusSeconds(seconds), share);
    assertDropped(reason, 1);
    assertThat(cluster.kept()).containsEntry("samples", 0L);
    assertThat(snapshot().nodes().get(0).cpuShare()).isNaN();
  }

  @Test
  void takesInstantsFarOutsideOfTime() {
    cluster.nodeCpu("n1", Instant.MIN, 0.5);
    cluster.nodeCpu("n1", Instant.MAX, 0.5);
    cluster.trace(trace(Instant.MIN.plusSeconds(1), "c", "s"));
    assertDropped("too_old", 2);
    assertDropped("in_the_future", 1);
  }

  @Test
  void takesABitMoreThanAWholeNodeAsAll() {
    cluster.node(node("n1", "zone-a"));
    cluster.nodeCpu("n1", START, 1.02);
    assertThat(snapshot().nodes().get(0).cpuShare()).isEqualTo(1);
  }

  @Test
  void knowsNoMoreThanItMay() {
    for (int i = 0; i < 5; i++) {
      cluster.node(node("n" + i, "zone-a"));
      cluster.pod(pod("p" + i, "f", "zone-a", "n0", "10.0.0." + i));
      cluster.gateway("g" + i, new Gateway("zone-a", "g" + i, "n0", "10.0.1.1:80"));
      cluster.requested("o" + i, "n0", new Resources(1, 1, 1));
    }
    assertThat(snapshot().nodes()).hasSize(2);
    assertThat(snapshot().pods()).hasSize(3);
    assertThat(snapshot().nodes().get(0).requested().pods()).isEqualTo(6);
    assertDropped("too_many_nodes", 3);
    assertDropped("too_many_pods", 6);
    cluster.removePod("p0");
    cluster.pod(pod("p9", "f", "zone-a", "n0", "10.0.0.9"));
    assertThat(snapshot().pods()).extracting(FunctionPod::uid).containsExactly("p1", "p2", "p9");
    assertThat(snapshot().gateways()).extracting(Gateway::pod).containsExactly("g0");
  }

  @Test
  void letsTheLeastRecentOfUnknownSeriesGo() {
    for (int i = 0; i < 6; i++) {
      cluster.cpuTime("c" + i, START, 1);
    }
    cluster.cpuTime("c2", START.plusMillis(1), 1);
    cluster.cpuTime("c9", START, 1);
    assertThat(cluster.kept()).containsEntry("samples", 5L);
    assertDropped("never_known", 3);
    clock.advance(Duration.ofSeconds(61));
    cluster.cpuTime("c10", clock.instant(), 1);
    assertThat(cluster.kept()).containsEntry("samples", 1L);
  }

  @Test
  void keepsTheNewestContainersOfAPod() {
    cluster.pod(pod("p1", "f", "zone-a", "n1", "10.0.0.1"));
    for (int i = 0; i < 40; i++) {
      cluster.container("p1", "c" + i);
      cluster.cpuTime("c" + i, START, 1);
      cluster.container("p" + (2 + i), "early" + i);
    }
    assertDropped("too_many_containers", 24);
    assertThat(cluster.kept()).containsEntry("samples", 16L);
  }

  @Test
  void keepsTheNewestTraces() {
    for (int i = 0; i < 9; i++) {
      cluster.trace(trace(START.minusSeconds(10 - i), "c" + i, "s"));
    }
    cluster.trace(trace(START.minusSeconds(2), "c8", "s"));
    assertThat(snapshot().traces()).hasSize(5);
    assertDropped("too_many_traces", 4);
    assertDropped("duplicate", 1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(snapshot().traces()).isEmpty();
    assertThat(cluster.kept()).containsEntry("traces", 0L);
  }

  @Test
  void countsRequestsThatAreNoneToKeep() {
    Instant sent = START.minusSeconds(1);
    cluster.trace(told(sent, sent.plusMillis(9), -1, sent, sent));
    cluster.trace(told(sent, sent.plusMillis(9), 502, sent, sent));
    cluster.trace(told(sent, sent.plusMillis(9), 200, null, null));
    cluster.trace(told(sent, sent.minusMillis(9), 200, sent, sent));
    cluster.trace(new RequestTrace(sent, null, -1, "f", "c", null, null, null, List.of()));
    cluster.trace(new RequestTrace(sent, START, 200, "f", "c", null, sent, sent, List.of()));
    assertThat(snapshot().traces()).isEmpty();
    assertDropped("senseless", 1);
    assertDropped("trace_failed", 2);
    assertDropped("trace_not_ok", 1);
    assertDropped("trace_without_start", 1);
    assertDropped("trace_skewed", 1);
  }

  @Test
  void doesNotKnowTheNetworkWhereTheFunctionsTimesCannotBe() {
    Instant sent = START.minusSeconds(1);
    cluster.trace(told(sent, sent.plusMillis(9), 200, sent, null));
    cluster.trace(told(sent, sent.plusMillis(8), 200, sent, sent.plusSeconds(9)));
    assertThat(snapshot().traces()).hasSize(2).allMatch(one -> Double.isNaN(one.networkMillis()));
  }

  private static RequestTrace told(
      Instant sent, Instant done, int status, Instant started, Instant ended) {
    return new RequestTrace(sent, done, status, "f", "c", "s", started, ended, List.of());
  }

  @Test
  void keepsASlowRequestByWhenItWasAnswered() {
    cluster.trace(
        told(START.minusSeconds(50), START.minusSeconds(1), 200, START.minusSeconds(40), START));
    assertThat(snapshot().traces()).hasSize(1);
  }

  @Test
  void leavesHopsOfUnknownNodesOut() {
    List<RequestTrace.Hop> hops =
        List.of(new RequestTrace.Hop("n1", START), new RequestTrace.Hop("n2", START));
    Instant sent = START.minusSeconds(1);
    cluster.trace(new RequestTrace(sent, START, 200, "f", "c", "s", sent, sent, hops));
    assertDropped("hop_unknown", 1);
    assertThat(snapshot().latencies().edges()).isEmpty();
  }

  @Test
  void takesNoMoreRatesThanTracesMayBe() {
    cluster.traffic(
        Collections.nCopies(
            7, new io.github.edgewatt.cluster.snapshot.Traffic("f", "", "z", 1, 1)));
    assertThat(snapshot().traffic()).hasSize(5);
    assertDropped("too_many_rates", 2);
  }
}
