package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.objects.RecordingSink.Sample;
import io.github.edgewatt.cluster.redis.Inbox.Message;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

  private final RecordingSink sink = new RecordingSink();
  private final Directory directory = new Directory(sink);
  private final Tick clock = new Tick();
  private final Tally tally = new Tally(clock);
  private final NodeInfos nodes = new NodeInfos(directory, tally, clock);
  private final Messages messages = new Messages(sink, new PodEvents(directory), nodes, tally);

  private static final class Tick extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  private void take(String channel, String payload) {
    messages.take(new Message(channel, payload));
  }

  private void pod(String event, String json) {
    pod(1_663_142_400, event, json);
  }

  private void pod(long at, String event, String json) {
    take(Messages.EVENTS, at + " pod/" + event + " " + json);
  }

  private static Map<String, String> info(String zone) {
    return Map.of(
        "cpus", "4",
        "ram", "1024",
        "hostname", "host-n1",
        "labels",
            "{\"ether.edgerun.io/zone\":\""
                + zone
                + "\",\"node-role.kubernetes.io/worker\":\"true\","
                + "\"edgewatt.io/node-type\":\"PI4\"}",
        "allocatable", "{\"cpu\":\"3900m\",\"memory\":\"900Ki\",\"pods\":\"20\"}");
  }

  @Test
  void samplesAreTheNodesAndItsContainers() {
    take("telem/n1/cpu", "1663142400.5000000 12.5");
    take("telem/n1/cpu", "1663142401.5000000 100.5");
    take("telem/n1/kubernetes_cgrp_cpu/abc", "1663142400.600000000 5000000000.000000");
    take("telem/n1/psi_cpu/some", "1663142400.600000000 77");
    take("telem/n1/kubernetes_cgrp_mem/abc", "1663142400.600000000 77");
    assertThat(sink.samples)
        .containsExactly(
            new Sample("nodeCpu", "n1", Instant.ofEpochSecond(1_663_142_400, 5_000_000), 0.125),
            new Sample("nodeCpu", "n1", Instant.ofEpochSecond(1_663_142_401, 5_000_000), 1.005),
            new Sample("cpuTime", "abc", Instant.ofEpochSecond(1_663_142_400, 600_000_000), 5e9));
    assertThat(tally.counts()).isEqualTo(new RedisSource.Counts(5, 0, 0));
  }

  @Test
  void whatCannotBeReadIsCountedAndTheNextIsRead() {
    take("telem/n1/cpu", "soon 1");
    take("telem/n1", "1 1");
    take("telem/n1/kubernetes_cgrp_cpu/abc", "1663142400 -1");
    take(Messages.EVENTS, "?");
    pod("create", "{");
    take(Messages.TRACES, "a,b");
    take("telem/n1/cpu", "1663142400 50");
    assertThat(tally.counts()).isEqualTo(new RedisSource.Counts(1, 6, 0));
    assertThat(sink.samples("nodeCpu")).hasSize(1);
    assertThat(tally.problems())
        .singleElement()
        .asString()
        .startsWith("6 messages could not be read, last in 'galileo/results/traces': no trace");
    clock.now = START.plusSeconds(61);
    assertThat(tally.problems()).isEmpty();
  }

  @Test
  void noiseNeverThrows() {
    Random random = new Random(11);
    String[] channels = {
      "telem/n/cpu", "telem/n/kubernetes_cgrp_cpu/c", Messages.EVENTS, Messages.TRACES, "telem/x"
    };
    String[] seeds = {
      "1663142400.5 12",
      "1663142400 pod/running " + PodEventTest.json("u", "p", "fn", "1.2.3.4", "Running"),
      TraceLineTest.line("1", "2", "200", TraceLineTest.HEADERS),
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
      for (int edits = random.nextInt(4); edits >= 0 && text.length() > 0; edits--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.deleteCharAt(at);
        } else {
          text.setCharAt(at, (char) random.nextInt(256));
        }
      }
      take(channels[random.nextInt(channels.length)], text.toString());
    }
    assertThat(tally.counts().taken() + tally.counts().unreadable()).isEqualTo(20_000);
    assertThat(tally.counts().unreadable()).isPositive();
  }

  @Test
  void aPodHasItsNodesZoneWhicheverIsHeardOfFirst() {
    pod("running", PodEventTest.json("u1", "p1", "fn", "10.0.1.7", "Running"));
    assertThat(sink.pods.get("u1").zone()).isEmpty();
    nodes.take(Map.of("telemd.info:n1", info("zone-a")));
    FunctionPod pod = sink.pods.get("u1");
    assertThat(pod.zone()).isEqualTo("zone-a");
    assertThat(pod.function()).isEqualTo("res_net");
    assertThat(pod.reachable()).isTrue();
    assertThat(sink.containers).containsEntry("c-u1", "u1");
    assertThat(sink.nodes.get("n1"))
        .satisfies(
            node -> {
              assertThat(node.cores()).isEqualTo(4);
              assertThat(node.allocatable()).isEqualTo(new Resources(3.9, 900 * 1024, 20));
              assertThat(node.type()).isEqualTo("PI4");
              assertThat(node.worker()).isTrue();
            });
    nodes.take(Map.of("telemd.info:n1", info("zone-b")));
    assertThat(sink.pods.get("u1").zone()).isEqualTo("zone-b");
  }

  @Test
  void aGatewayIsReachedAtItsPortOnceItHasAnAddress() {
    nodes.take(Map.of("telemd.info:n1", info("zone-a")));
    pod("create", PodEventTest.json("g", "gw-1", "api-gateway", "", "Pending"));
    assertThat(sink.gateways).isEmpty();
    assertThat(sink.requested).containsKey("g");
    pod("running", PodEventTest.json("g", "gw-1", "api-gateway", "10.0.1.4", "Running"));
    assertThat(sink.gateways)
        .containsEntry("g", new Gateway("zone-a", "gw-1", "n1", "10.0.1.4:8080"));
    pod("delete", PodEventTest.json("g", "gw-1", "api-gateway", "10.0.1.4", "Running"));
    assertThat(sink.gateways).isEmpty();
    assertThat(sink.requested).isEmpty();
  }

  @Test
  void aPodOfNoFunctionTakesRoomOnly() {
    pod("running", PodEventTest.json("c", "galileo-worker", "client", "10.0.1.9", "Running"));
    assertThat(sink.pods).isEmpty();
    assertThat(sink.requested).containsEntry("c", new Resources(0.1, 64 << 20, 1));
  }

  @Test
  void eventsOutOfOrderNeverTakeAPodBack() {
    String json = PodEventTest.json("u1", "p1", "fn", "10.0.1.7", "Running");
    String pending = PodEventTest.json("u1", "p1", "fn", "", "Pending");
    pod(10, "running", json);
    pod(9, "pending", pending);
    pod(10, "pending", pending);
    assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.RUNNING);
    pod(11, "shutdown", json);
    pod(12, "running", json);
    assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.ENDING);
    pod(13, "delete", json);
    pod(14, "running", json);
    assertThat(sink.pods).isEmpty();
    assertThat(tally.counts().unreadable()).isZero();
  }

  @Test
  void aPodThatIsToBeDeletedIsEnding() {
    pod("running", PodEventTest.json("u1", "p1", "fn", "10.0.1.7", "Running"));
    take(Messages.EVENTS, "11 scale_schedule {\"delete\": false, \"pod\": {\"pod_name\": \"p1\"}}");
    assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.RUNNING);
    take(
        Messages.EVENTS,
        "11 scale_schedule {\"delete\": true, \"pod\": {\"pod_name\": \"other\"}}");
    assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.RUNNING);
    take(
        Messages.EVENTS,
        "11.2 scale_schedule {\"delete\": true, \"dry_run\": true,"
            + " \"pod\": {\"pod_name\": \"p1\"}}");
    assertThat(sink.pods.get("u1").phase()).as("nothing comes of it").isEqualTo(Phase.RUNNING);
    take(
        Messages.EVENTS, "11.5 scale_schedule {\"delete\": true, \"pod\": {\"pod_name\": \"p1\"}}");
    assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.ENDING);
    take(Messages.EVENTS, "12 scale_schedule {\"delete\": true}");
    assertThat(tally.counts().unreadable()).isOne();
    take(Messages.EVENTS, "12 weight_update {\"fn\": \"f\"}");
    assertThat(tally.counts().unreadable()).isOne();
  }

  @Test
  void aNodeGoesOnceItsDescriptionAndItsTelemetryAreGone() {
    nodes.take(Map.of("telemd.info:n1", info("a"), "telemd.info:n2", info("b")));
    take("telem/n1/cpu", "1663142400 50");
    clock.now = START.plus(NodeInfos.SILENCE).minusSeconds(1);
    take("telem/n2/load1", "1663142400 1");
    nodes.take(Map.of());
    assertThat(sink.nodes).containsOnlyKeys("n1", "n2");
    clock.now = START.plus(NodeInfos.SILENCE).plusSeconds(1);
    nodes.take(Map.of());
    assertThat(sink.nodes).containsOnlyKeys("n2");
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    nodes.take(Map.of("telemd.info:n2", info("b")));
    assertThat(sink.nodes).containsOnlyKeys("n2");
  }

  @Test
  void aDescriptionThatCannotBeReadLeavesTheOthersAndItsNode() {
    nodes.take(Map.of("telemd.info:n1", info("a")));
    nodes.take(
        Map.of(
            "telemd.info:n1", Map.of("labels", "{"),
            "telemd.info:", Map.of(),
            "telemd.info:n3", Map.of("cpus", "many"),
            "telemd.info:n4", Map.of("cpus", "2", "ram", "1000")));
    assertThat(sink.nodes.get("n1").zone()).isEqualTo("a");
    assertThat(sink.nodes).containsOnlyKeys("n1", "n4");
    assertThat(sink.nodes.get("n4").allocatable()).isEqualTo(new Resources(2, 1_024_000, 110));
    assertThat(sink.nodes.get("n4").worker()).isFalse();
    assertThat(tally.counts().unreadable()).isEqualTo(3);
  }
}
