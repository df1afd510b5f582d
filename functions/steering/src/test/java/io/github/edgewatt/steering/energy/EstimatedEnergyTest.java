package io.github.edgewatt.steering.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.forecaster.curve.PowerCurve;
import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.forecaster.feature.NodeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatedEnergyTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  /** 20 W at rest, 60 W when full, of 4 cores: 10 W a core. */
  private static final PowerCurve LINE = curve(new Point(0, 20), new Point(1, 60));

  private final List<ZoneNode> nodes = new ArrayList<>();
  private final List<FunctionPod> pods = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();
  private final List<Traffic> traffic = new ArrayList<>();

  private static PowerCurve curve(Point... points) {
    return new PowerCurve(NodeType.ofCores(4), 1, List.of(points));
  }

  private void node(String name, String type, double share) {
    nodes.add(
        new ZoneNode(name, "z", type, true, 4, Resources.NONE, Resources.NONE, share, Double.NaN));
  }

  private void pod(String name, String node, double cores, double watts) {
    pods.add(
        new FunctionPod(
            name,
            "default",
            name,
            "f",
            "z",
            node,
            "10.0.0.1",
            80,
            FunctionPod.Phase.RUNNING,
            Resources.NONE,
            "",
            "",
            Map.of(),
            "",
            AT,
            cores,
            watts));
  }

  private void served(String pod, int times) {
    traces.addAll(
        Collections.nCopies(times, new Trace(AT, "f", "c", "z", "z", pod, 0.1, Double.NaN)));
  }

  private EnergyPerRequest energy(PowerCurve mid) {
    return EstimatedEnergy.of(
        index(), type -> type.equals("MID") ? Optional.of(mid) : Optional.empty());
  }

  private SnapshotIndex index() {
    return SnapshotIndex.of(
        new Snapshot(
            AT,
            Duration.ofSeconds(10),
            nodes,
            pods,
            List.of(),
            LatencyGraph.EMPTY,
            traces,
            traffic));
  }

  @Test
  void multipliesCpuPerRequestWithWattsPerCore() {
    node("n1", "MID", 0.5);
    pod("p1", "n1", 0.6, Double.NaN);
    pod("p2", "n1", 0.4, Double.NaN);
    served("p1", 50);
    // 1 core / 5 per second = 0.2 CPU seconds, at 10 W a core
    assertThat(energy(LINE).onNode(0, 0)).isCloseTo(2, within(1e-9));
    assertThat(energy(LINE).ofPod(0)).isCloseTo(2, within(1e-9));
  }

  @Test
  void takesPodsOfUnknownCpuAsTheOthers() {
    node("n1", "MID", 0.5);
    pod("p1", "n1", 0.5, Double.NaN);
    pod("p2", "n1", Double.NaN, Double.NaN);
    traffic.add(new Traffic("f", "", "z", 3, Double.NaN));
    traffic.add(new Traffic("f", "", "z", 2, Double.NaN));
    traffic.add(new Traffic("g", "", "z", 99, Double.NaN));
    assertThat(energy(LINE).onNode(0, 0)).isCloseTo(2, within(1e-9));
    served("p1", 100);
    assertThat(energy(LINE).onNode(0, 0)).isCloseTo(1, within(1e-9));
  }

  @Test
  void prefersWhatWasMeasured() {
    node("n1", "MID", 0.5);
    pod("p1", "n1", 0.5, 6);
    pod("p2", "n1", 0.5, 6);
    served("p1", 50);
    EnergyPerRequest energy = energy(LINE);
    assertThat(energy.ofPod(0)).isCloseTo(6 / 5.0, within(1e-9));
    assertThat(energy.ofPod(1)).isCloseTo(2, within(1e-9));
  }

  @Test
  void asksTheSlopeWhereTheNodeIs() {
    PowerCurve bent = curve(new Point(0, 20), new Point(0.5, 22), new Point(1, 62));
    node("idle", "MID", 0.1);
    node("busy", "MID", 0.7);
    node("full", "MID", 1);
    pod("p1", "idle", 1, Double.NaN);
    served("p1", 50);
    EnergyPerRequest energy = energy(bent);
    assertThat(energy.onNode(0, 0)).isCloseTo(0.2 * 1, within(1e-9));
    assertThat(energy.onNode(0, 1)).isCloseTo(0.2 * 20, within(1e-9));
    assertThat(energy.onNode(0, 2)).isCloseTo(0.2 * 20, within(1e-9));
  }

  @Test
  void looksFurtherWhereACurveIsFlat() {
    PowerCurve flat = curve(new Point(0, 20), new Point(0.5, 20), new Point(1, 60));
    node("n1", "MID", 0.1);
    pod("p1", "n1", 1, Double.NaN);
    served("p1", 10);
    double joules = energy(flat).onNode(0, 0);
    assertThat(joules).isPositive().isLessThan(20);
    assertThat(energy(curve(new Point(0, 20), new Point(1, 20))).onNode(0, 0)).isNaN();
  }

  @Test
  void costsMoreThanTheNodeHasInProportion() {
    node("n1", "MID", 0.5);
    pod("p1", "n1", 1, Double.NaN);
    served("p1", 1);
    // 10 CPU seconds a request, at 10 W a core
    assertThat(energy(LINE).onNode(0, 0)).isCloseTo(100, within(1e-9));
  }

  @Test
  void knowsNothingWithoutCurveOrCpuOrRequests() {
    node("n1", "MID", 0.5);
    node("n2", "", 0.5);
    node("n3", "HEAVY", 0.5);
    node("n4", "MID", Double.NaN);
    pod("p1", "n1", 0.5, 6);
    assertThat(energy(LINE).onNode(0, 0)).isNaN();
    assertThat(energy(LINE).ofPod(0)).isNaN();
    served("p1", 10);
    assertThat(energy(LINE).onNode(0, 0)).isPositive();
    for (int node = 1; node < 4; node++) {
      assertThat(energy(LINE).onNode(0, node)).isNaN();
    }
    assertThat(EstimatedEnergy.of(index(), PowerCurves.NONE).onNode(0, 0)).isNaN();
    pods.clear();
    pod("p1", "n1", 0, Double.NaN);
    assertThat(energy(LINE).onNode(0, 0)).isNaN();
    pods.clear();
    pod("p1", "n1", Double.NaN, Double.NaN);
    assertThat(energy(LINE).ofPod(0)).isNaN();
    pods.clear();
    assertThat(EstimatedEnergy.of(index(), PowerCurves.NONE)).isNotNull();
    assertThat(EnergyPerRequest.UNKNOWN.onNode(0, 0)).isNaN();
    assertThat(EnergyPerRequest.UNKNOWN.ofPod(0)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void isPositiveOrUnknownAndGrowsWithCpuPerRequest(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>(List.of(new Point(0, 20)));
    double watts = 20;
    for (double share = 0.1; share < 0.95; share += 0.1) {
      // Steeper and steeper, so that more CPU a request is never cheaper.
      watts += share * 5;
      points.add(new Point(share, watts));
    }
    points.add(new Point(1, watts + 10));
    PowerCurve convex = curve(points.toArray(new Point[0]));
    for (int n = 0; n < 20; n++) {
      node("n" + n, "MID", random.nextInt(10) == 0 ? Double.NaN : random.nextDouble());
    }
    double cores = random.nextDouble();
    pod("p1", "n0", cores, Double.NaN);
    served("p1", 1 + random.nextInt(100));
    EnergyPerRequest light = energy(convex);
    pods.clear();
    pod("p1", "n0", 2 * cores, Double.NaN);
    EnergyPerRequest heavy = energy(convex);
    for (int n = 0; n < 20; n++) {
      double joules = light.onNode(0, n);
      if (Double.isNaN(nodes.get(n).cpuShare())) {
        assertThat(joules).isNaN();
      } else {
        assertThat(joules).isPositive().isFinite();
        assertThat(heavy.onNode(0, n)).isGreaterThan(joules);
      }
    }
  }
}
