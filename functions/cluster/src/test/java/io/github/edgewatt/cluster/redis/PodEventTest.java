package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodEventTest {
  /** As the adapter writes it: quantities are JSON strings inside strings. */
  static String json(String uid, String name, String type, String ip, String status) {
    return """
        {"podUid":"%s","containers":{"fn":{"id":"containerd://c-%s","name":"fn","image":"img:1",\
        "port":8080,"resource_requests":{"cpu":"\\"100m\\"","memory":"\\"64Mi\\""},\
        "resource_limits":{}}},"namespace":"default","hostIP":"10.0.0.1","name":"%s",\
        "nodeName":"n1","podIP":"%s","qosClass":"Burstable","startTime":"2026-05-01T10:00:00Z",\
        "labels":{"ether.edgerun.io/function":"res-net","type":"%s","x":null},"status":"%s"}"""
        .formatted(uid, uid, name, ip, type, status);
  }

  static EventMessage event(String name, String json) {
    return EventMessage.parse("1663142400 pod/" + name + " " + json);
  }

  @Test
  void aRunningPodIsReadWhole() {
    PodEvent event =
        PodEvent.parse(
            event("running", json("u1", "res-net-deployment-1", "fn", "10.0.1.7", "Running")));
    SeenPod pod = event.pod().orElseThrow();
    assertThat(event.uid()).isEqualTo("u1");
    assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1_663_142_400));
    assertThat(pod.phase()).isEqualTo(Phase.RUNNING);
    assertThat(pod.address()).isEqualTo("10.0.1.7");
    assertThat(pod.port()).isEqualTo(8080);
    assertThat(pod.requests()).isEqualTo(new Resources(0.1, 64 << 20, 1));
    assertThat(pod.containers()).containsExactly("c-u1");
    assertThat(pod.container()).isEqualTo("fn");
    assertThat(pod.image()).isEqualTo("img:1");
    assertThat(pod.labels())
        .isEqualTo(Map.of("ether.edgerun.io/function", "res-net", "type", "fn"));
    assertThat(pod.createdAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "create, Pending, PENDING",
    "create, '', PENDING",
    "create, Running, RUNNING",
    "pending, Pending, PENDING",
    "running, Running, RUNNING",
    "running, '', RUNNING",
    "shutdown, Running, ENDING",
  })
  void anEventAndAStatusMakeAPhase(String event, String status, Phase phase) {
    assertThat(PodEvent.parse(event(event, json("u", "p", "fn", "", status))).pod().orElseThrow())
        .extracting(SeenPod::phase, SeenPod::address)
        .containsExactly(phase, "");
  }

  @ParameterizedTest
  @CsvSource({"delete, Running", "running, Succeeded", "shutdown, Failed"})
  void aPodThatEndedIsGone(String event, String status) {
    assertThat(PodEvent.parse(event(event, json("u", "p", "fn", "", status))).pod()).isEmpty();
  }

  @Test
  void anOlderAdaptersNamesAndLittleElseAreReadToo() {
    SeenPod pod =
        PodEvent.parse(
                event(
                    "create",
                    "{\"podUid\":\"u\",\"Name\":\"p\",\"NodeName\":\"n\",\"containers\":{}}"))
            .pod()
            .orElseThrow();
    assertThat(pod.name()).isEqualTo("p");
    assertThat(pod.node()).isEqualTo("n");
    assertThat(pod.port()).isZero();
    assertThat(pod.createdAt()).isEqualTo(Instant.ofEpochSecond(1_663_142_400));
  }

  @Test
  void aQuantityOrAPortThatIsNoneCountsAsNotTold() {
    SeenPod pod =
        PodEvent.parse(
                event(
                    "create",
                    "{\"podUid\":\"u\",\"name\":\"p\",\"containers\":{\"c\":{\"port\":-1,"
                        + "\"resource_requests\":{\"cpu\":\"lots\",\"memory\":\"1Gi\"}}}}"))
            .pod()
            .orElseThrow();
    assertThat(pod.requests()).isEqualTo(new Resources(0, 1 << 30, 1));
    assertThat(pod.port()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pod/create",
        "pod/create {",
        "pod/create []",
        "pod/create {}",
        "pod/create {\"podUid\":\"u\"}",
        "pod/exploded {\"podUid\":\"u\",\"name\":\"p\"}",
        "pod/running {\"podUid\":{},\"name\":\"p\"}",
      })
  void aMalformedEventIsOneLine(String event) {
    assertThatThrownBy(() -> PodEvent.parse(EventMessage.parse("1663142400 " + event)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1663142400", "1663142400 ", "soon pod/create {}", "-1 a {}"})
  void whatIsNoEventIsRefused(String message) {
    assertThatThrownBy(() -> EventMessage.parse(message))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEventMayHaveNoValue() {
    assertThat(EventMessage.parse("1663142400.5 begin"))
        .isEqualTo(new EventMessage(Instant.ofEpochMilli(1_663_142_400_500L), "begin", ""));
  }
}
