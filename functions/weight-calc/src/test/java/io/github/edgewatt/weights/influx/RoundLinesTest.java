package io.github.edgewatt.weights.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundLinesTest {
  private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final double NAN = Double.NaN;

  private final RoundLines lines = new RoundLines("exp 1");

  private static ZoneNode node(String name, double cpuShare, double watts) {
    return new ZoneNode(
        name, "zone-a", "", true, 4, Resources.NONE, Resources.NONE, cpuShare, watts);
  }

  private static FunctionPod pod(String uid, String node, double cores, double watts) {
    return new FunctionPod(
        uid,
        "default",
        uid,
        "resnet",
        "zone-a",
        node,
        "10.0.0.1",
        8080,
        FunctionPod.Phase.RUNNING,
        Resources.NONE,
        "",
        "",
        Map.of(),
        "",
        AT,
        cores,
        watts);
  }

  @Test
  void writesMeansOfNodesAndFunctions() {
    Snapshot snapshot =
        new Snapshot(
            AT,
            Duration.ofSeconds(15),
            List.of(node("n1", 0.25, 42.5), node("n2", NAN, NAN)),
            List.of(
                pod("a", "n1", 0.5, NAN),
                pod("b", "n1", 0.25, 3),
                pod("c", "n2", NAN, NAN),
                pod("d", "", 1, 1)),
            List.of(),
            LatencyGraph.EMPTY,
            List.of(),
            List.of());

    assertThat(lines.telemetry(snapshot))
        .containsExactly(
            "telemetry,exp_id=exp\\ 1,node=n1,metric=cpu value=25.0 1700000000123",
            "telemetry,exp_id=exp\\ 1,node=n1,metric=watts value=42.5 1700000000123",
            "telemetry,exp_id=exp\\ 1,node=n1,metric=function_cpu,subsystem=resnet value=75.0"
                + " 1700000000123",
            "telemetry,exp_id=exp\\ 1,node=n1,metric=function_watts,subsystem=resnet value=3.0"
                + " 1700000000123");
  }

  @Test
  void writesEventsWithTheirJsonAsAText() {
    assertThat(lines.event(AT, "weight_update", "a,b=c", "zone-a", "{\"fn\":\"x\\y\"}\n"))
        .isEqualTo(
            "events,name=weight_update,exp_id=exp\\ 1,fn=a\\,b\\=c,zone=zone-a"
                + " value=\"{\\\"fn\\\":\\\"x\\\\y\\\"} \" 1700000000123");
  }

  @Test
  void leavesTagsWithoutValueOut() {
    assertThat(new Line("m").tag("a", "").tag("b", "x\ny").with(1, AT))
        .isEqualTo("m,b=x_y value=1.0 1700000000123");
  }
}
