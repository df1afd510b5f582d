package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.live.LiveCluster;
import io.github.edgewatt.cluster.live.LiveOptions;
import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.redis.Inbox.Message;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From messages to a snapshot, as they come on a bad day. */
class LiveTelemetryTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_777_629_600);
  private static final Duration LOOKBACK = Duration.ofSeconds(15);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final LiveCluster cluster = new LiveCluster(LiveOptions.DEFAULTS, clock);
  private final Directory directory = new Directory(cluster);
  private final Tally tally = new Tally(clock);
  private final NodeInfos nodes = new NodeInfos(directory, tally, clock);
  private final Messages messages = new Messages(cluster, new PodEvents(directory), nodes, tally);

  @BeforeEach
  void aNodeAndAPod() {
    nodes.take(
        Map.of(
            "telemd.info:n1",
            Map.of(
                "cpus", "4", "ram", "1000", "labels", "{\"ether.edgerun.io/zone\":\"zone-a\"}")));
    take(
        Messages.EVENTS,
        "1777629000 pod/running " + PodEventTest.json("u1", "p1", "fn", "10.0.1.7", "Running"));
  }

  private void take(String channel, String payload) {
    messages.take(new Message(channel, payload));
  }

  /** As telemd writes it, its zeros lost. */
  private static String at(Instant at) {
    return at.getEpochSecond() + "." + at.getNano();
  }

  /**
   * A pod that uses half a core, measured once a second at 5 ms past, and its node at a quarter.
   */
  private List<Message> ofAMinute() {
    List<Message> all = new ArrayList<>();
    for (int second = 0; second <= 60; second++) {
      Instant at = NOW.minusSeconds(second).plusMillis(5);
      all.add(
          new Message(
              "telem/n1/kubernetes_cgrp_cpu/c-u1", at(at) + " " + (100 - second) * 500_000_000L));
      all.add(new Message("telem/n1/cpu", at(at) + " 25.000000"));
    }
    return all;
  }

  private FunctionPod pod(Snapshot snapshot) {
    assertThat(snapshot.pods()).hasSize(1);
    return snapshot.pods().get(0);
  }

  @Test
  void telemetryOutOfOrderAndTwiceGivesTheSameMeans() {
    List<Message> all = ofAMinute();
    all.addAll(ofAMinute());
    Collections.shuffle(all, new Random(3));
    all.forEach(messages::take);
    Snapshot snapshot = cluster.snapshot(NOW, LOOKBACK);
    assertThat(pod(snapshot).cpuCores()).isCloseTo(0.5, within(1e-6));
    assertThat(pod(snapshot).zone()).isEqualTo("zone-a");
    assertThat(snapshot.nodes().get(0).cpuShare()).isCloseTo(0.25, within(1e-6));
    assertThat(snapshot.nodes().get(0).requested().cores()).isCloseTo(0.1, within(1e-9));
    assertThat(tally.counts().unreadable()).isZero();
  }

  @Test
  void malformedMessagesAmongThemChangeNothing() {
    for (Message message : ofAMinute()) {
      take(message.channel(), "");
      take(message.channel(), message.payload().replace(' ', '\t'));
      take(message.channel(), "nan NaN");
      messages.take(message);
    }
    assertThat(pod(cluster.snapshot(NOW, LOOKBACK)).cpuCores()).isCloseTo(0.5, within(1e-6));
    assertThat(tally.counts().unreadable()).isEqualTo(3 * 2 * 61);
  }

  @Test
  void aClockThatIsFarOffTellsNothingInsteadOfSomethingWrong() {
    take("telem/n1/cpu", at(NOW.plus(Duration.ofHours(1))) + " 99");
    take("telem/n1/cpu", at(NOW.minus(Duration.ofHours(1))) + " 99");
    assertThat(cluster.snapshot(NOW, LOOKBACK).nodes().get(0).cpuShare()).isNaN();
    assertThat(cluster.dropped()).containsEntry("in_the_future", 1L).containsEntry("too_old", 1L);
    ofAMinute().forEach(messages::take);
    assertThat(cluster.snapshot(NOW, LOOKBACK).nodes().get(0).cpuShare())
        .isCloseTo(0.25, within(1e-6));
  }

  @Test
  void aPodWithoutAnAddressIsThereAndCannotBeReached() {
    take(
        Messages.EVENTS,
        "1777629001 pod/running " + PodEventTest.json("u1", "p1", "fn", "", "Running"));
    assertThat(pod(cluster.snapshot(NOW, LOOKBACK)).reachable()).isFalse();
  }

  @Test
  void aTraceIsThePodsThatServedIt() {
    take(
        Messages.TRACES,
        "id,galileo-worker-zone-a-x,res-net,1777629595.0000000,1777629595.0000000,"
            + "1777629595.2500000,200,gw:8080,exp,{\"X-Final-Host\": \"10.0.0.1:8080| 10.0.1.7:8080\"|"
            + " \"X-Start\": \"1777629595.1\"| \"X-End\": \"1777629595.2\"},done");
    assertThat(cluster.snapshot(NOW, LOOKBACK).traces())
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.function()).isEqualTo("res_net");
              assertThat(trace.pod()).isEqualTo("p1");
              assertThat(trace.zone()).isEqualTo("zone-a");
              assertThat(trace.originZone()).isEqualTo("zone-a");
              assertThat(trace.responseSeconds()).isCloseTo(0.25, within(1e-9));
              assertThat(trace.networkMillis()).isCloseTo(150, within(1e-3));
            });
  }
}
