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
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of telemetry in simulated time: late, twice, skewed, of pods that come and go. */
class LiveReplayTest {
  private static final int NODES = 50;
  private static final int PODS = 200;
  private static final int ZONES = 5;
  private static final int STRANGERS = 500;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration LOOKBACK = Duration.ofSeconds(30);
  private static final LiveOptions OPTIONS =
      new LiveOptions(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          LatencyGraph.EMPTY,
          16,
          400,
          60,
          250,
          100);

  /** Samples of a window: those of 60 s each 10 s, both ends, one before, some ahead; and late. */
  private static final long MOST_SAMPLES = 16L * (2 * NODES + 10 + 2 * PODS + 50 + 2 * 100);

  private final ManualClock clock = new ManualClock(START);
  private final LiveCluster cluster = new LiveCluster(OPTIONS, clock);
  private final int[] generation = new int[PODS];
  private Random random = new Random(0);

  private String uid(int pod) {
    return "p" + pod + "-" + generation[pod];
  }

  private void start(int number) {
    String node = "n" + number % NODES;
    cluster.pod(pod(uid(number), "f" + number % 7, "", node, "10.0.0." + number));
    cluster.container(uid(number), "c" + uid(number));
  }

  /** Each pod uses as many hundredths of a core as its number. */
  private void told(Instant at) {
    double seconds = Duration.between(START, at).toMillis() / 1e3;
    for (int n = 0; n < NODES; n++) {
      cluster.nodeCpu("n" + n, at, n / 100.0);
      cluster.nodeWatts("n" + n, at, 20 + n);
    }
    for (int p = 0; p < PODS; p++) {
      cluster.cpuTime("c" + uid(p), at, seconds * p * 1e7);
    }
    cluster.cpuTime("stranger-" + random.nextInt(STRANGERS), at, seconds);
    String zone = "zone-" + random.nextInt(ZONES);
    cluster.trace(
        trace(
            at.minusMillis(100),
            "galileo-worker-" + zone + "-x",
            "10.0.0." + random.nextInt(PODS)));
  }

  private void run(Duration time, long seed) {
    random = new Random(seed);
    for (int n = 0; n < NODES; n++) {
      cluster.node(node("n" + n, "zone-" + n % ZONES));
    }
    for (int p = 0; p < PODS; p++) {
      start(p);
    }
    Instant end = clock.instant().plus(time);
    for (int step = 0; clock.instant().isBefore(end); step++) {
      clock.advance(STEP);
      told(clock.instant());
      odd();
      if (step % 30 == 29) {
        check();
      }
    }
  }

  private void odd() {
    switch (random.nextInt(6)) {
      case 0 -> told(clock.instant());
      case 1 -> told(clock.instant().minusMillis(random.nextInt(50_000)));
      case 2 -> told(clock.instant().minusSeconds(61 + random.nextInt(100_000)));
      case 3 -> told(clock.instant().plusSeconds(6 + random.nextInt(100_000)));
      case 4 -> {
        int pod = random.nextInt(PODS);
        cluster.removePod(uid(pod));
        generation[pod]++;
        start(pod);
      }
      default -> {
        String node = "n" + random.nextInt(NODES);
        cluster.removeNode(node);
        cluster.node(node(node, "zone-" + Integer.parseInt(node.substring(1)) % ZONES));
        cluster.gateway("g", new Gateway("", "g", node, "10.1.0.1:80"));
      }
    }
  }

  private void check() {
    Map<String, Long> kept = cluster.kept();
    assertThat(kept.get("nodes")).isEqualTo(NODES);
    assertThat(kept.get("pods")).isEqualTo(PODS);
    assertThat(kept.get("gateways")).isLessThanOrEqualTo(1);
    assertThat(kept.get("samples")).isLessThanOrEqualTo(MOST_SAMPLES);
    assertThat(kept.get("traces")).isLessThanOrEqualTo(OPTIONS.mostTraces());
    Snapshot snapshot = cluster.snapshot(clock.instant(), LOOKBACK);
    for (FunctionPod pod : snapshot.pods()) {
      int number = Integer.parseInt(pod.uid().substring(1, pod.uid().indexOf('-')));
      assertThat(pod.zone()).isEqualTo("zone-" + number % NODES % ZONES);
      if (!Double.isNaN(pod.cpuCores())) {
        assertThat(pod.cpuCores()).isCloseTo(number / 100.0, within(1e-6));
      }
    }
    snapshot
        .nodes()
        .forEach(
            one -> {
              double number = Integer.parseInt(one.name().substring(1));
              if (!Double.isNaN(one.watts())) {
                assertThat(one.watts()).isCloseTo(20 + number, within(1e-9));
                assertThat(one.cpuShare()).isCloseTo(number / 100, within(1e-9));
              }
            });
    for (Trace trace : snapshot.traces()) {
      assertThat(trace.originZone()).startsWith("zone-");
      assertThat(trace.zone()).startsWith("zone-");
      assertThat(trace.sent()).isAfter(clock.instant().minus(LOOKBACK).minusMillis(100));
    }
    long known = snapshot.pods().stream().filter(pod -> pod.cpuCores() >= 0).count();
    assertThat(known).isGreaterThan(PODS * 8 / 10);
  }

  @Test
  void staysBoundedAndRightOverADay() {
    run(Duration.ofHours(24), 7);
    assertThat(cluster.dropped().get("too_old")).isGreaterThan(1000);
    assertThat(cluster.dropped().get("in_the_future")).isGreaterThan(1000);
    assertThat(cluster.dropped().get("duplicate")).isGreaterThan(1000);
    assertThat(cluster.dropped().get("never_known")).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void staysBoundedWhateverTheOrder(long seed) {
    run(Duration.ofMinutes(30), seed);
    for (int p = 0; p < PODS; p++) {
      cluster.removePod(uid(p));
    }
    for (int n = 0; n < NODES; n++) {
      cluster.removeNode("n" + n);
    }
    clock.advance(Duration.ofSeconds(61));
    cluster.cpuTime("last", clock.instant(), 1);
    assertThat(cluster.snapshot(clock.instant(), LOOKBACK).pods()).isEmpty();
    assertThat(cluster.kept())
        .isEqualTo(Map.of("nodes", 0L, "pods", 0L, "gateways", 0L, "samples", 1L, "traces", 0L));
  }
}
