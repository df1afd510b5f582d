package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionsTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  @Test
  void aPodKeepsWhatScoringAsksAbout() {
    Pod pod =
        pod(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              uid: 5f0e
              namespace: edge
              name: web-1-x
              labels: {fpga-scheduling.io/enabled: "true"}
              annotations:
                edgewatt.io/podspread-rate: "0.5"
                kubectl.kubernetes.io/last-applied-configuration: "{}"
              creationTimestamp: "2026-05-01T10:00:00Z"
              ownerReferences:
              - {apiVersion: apps/v1, kind: Other, name: not-it, uid: u0}
              - {apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: u1, controller: true}
            spec:
              nodeName: n1
              overhead: {cpu: 100m}
              containers:
              - {name: a, resources: {requests: {cpu: 250m}, limits: {cpu: 500m}}}
              - {name: b, resources: {requests: {cpu: 250m}}}
            status: {phase: Running}
            """);
    assertThat(pod.uid()).isEqualTo("5f0e");
    assertThat(pod.namespace()).isEqualTo("edge");
    assertThat(pod.name()).isEqualTo("web-1-x");
    assertThat(pod.node()).isEqualTo("n1");
    assertThat(pod.phase()).isEqualTo(Pod.Phase.RUNNING);
    assertThat(pod.labels()).containsEntry("fpga-scheduling.io/enabled", "true");
    assertThat(pod.annotations()).isEqualTo(Map.of("edgewatt.io/podspread-rate", "0.5"));
    assertThat(pod.cpu()).isEqualTo(new CpuDemand(0.6, 0.6));
    assertThat(pod.firstContainer()).isEqualTo(new CpuDemand(0.25, 0.5));
    assertThat(pod.owner()).contains(new Owner("ReplicaSet", "web-1", "u1"));
    assertThat(pod.createdAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
  }

  @Test
  void aPodThatIsHardlyDescribedIsStillOne() {
    Pod pod = Conversions.pod(new io.fabric8.kubernetes.api.model.Pod());
    assertThat(pod.uid()).isEmpty();
    assertThat(pod.node()).isEmpty();
    assertThat(pod.phase()).isEqualTo(Pod.Phase.PENDING);
    assertThat(pod.cpu()).isEqualTo(CpuDemand.NONE);
    assertThat(pod.firstContainer()).isEqualTo(CpuDemand.NONE);
    assertThat(pod.owner()).isEmpty();
    assertThat(pod.createdAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void nullsInsideMapsAndOddTimesCountAsNothing() {
    Pod pod =
        pod(
            """
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "labels": {"a": null, "b": "c"},
             "annotations": {"d": null}, "creationTimestamp": "yesterday"},
             "spec": {"containers": [{"name": "x", "resources": {"requests": {"cpu": null}}}]}}
            """);
    assertThat(pod.labels()).isEqualTo(Map.of("b", "c"));
    assertThat(pod.annotations()).isEmpty();
    assertThat(pod.createdAt()).isEqualTo(Instant.EPOCH);
    assertThat(pod.cpu()).isEqualTo(CpuDemand.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "Pending, PENDING",
    "Running, RUNNING",
    "Succeeded, ENDED",
    "Failed, ENDED",
    "Unknown, UNKNOWN",
    "Later, UNKNOWN"
  })
  void phasesAreTold(String phase, Pod.Phase expected) {
    Pod pod = pod("kind: Pod\nstatus: {phase: " + phase + "}");
    assertThat(pod.phase()).isEqualTo(expected);
  }

  @Test
  void aNodeKeepsWhatScoringAsksAbout() {
    Node node =
        node(
            """
            apiVersion: v1
            kind: Node
            metadata:
              name: n1
              labels: {ambient/max: "40"}
              annotations:
                fpga-scheduling.io/fpga-state: "{}"
                fpga-scheduling.io/collector-state: "much"
            spec: {unschedulable: true}
            status:
              capacity: {cpu: "8", memory: 16Gi, pods: "110"}
              addresses:
              - {type: Hostname, address: n1}
              - {type: InternalIP, address: 10.1.2.3}
              - {type: InternalIP, address: "fd00::1"}
            """);
    Node expected =
        new Node(
            "n1",
            Map.of("ambient/max", "40"),
            Map.of("fpga-scheduling.io/fpga-state", "{}"),
            "10.1.2.3",
            8,
            16.0 * (1L << 30),
            true);
    assertThat(node).isEqualTo(expected);
  }

  @Test
  void aNodeWithoutStatusHasNoCapacityAndNoAddress() {
    Node node = node("kind: Node\nmetadata: {name: bare}");
    assertThat(node).isEqualTo(new Node("bare", Map.of(), Map.of(), "", 0, 0, false));
  }

  @Test
  void aNodeWhoseCapacityIsNoneIsRefusedInOneLine() {
    assertThatThrownBy(() -> node("kind: Node\nstatus: {capacity: {cpu: lots}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cpu lots");
  }

  private static Pod pod(String yaml) {
    return Conversions.pod(YAML.unmarshal(yaml, io.fabric8.kubernetes.api.model.Pod.class));
  }

  private static Node node(String yaml) {
    return Conversions.node(YAML.unmarshal(yaml, io.fabric8.kubernetes.api.model.Node.class));
  }
}
