package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import org.junit.jupiter.api.Test;

class SeenTest {
  /** What begins with a brace is taken for JSON. */
  private static <T> T read(String yaml, Class<T> type) {
    return Serialization.unmarshal("---\n" + yaml, type);
  }

  private static SeenPod pod(String yaml) {
    return Seen.pod(read(yaml, Pod.class)).orElseThrow();
  }

  @Test
  void aPodThatIsOnlyDescribedIsPendingAndEmpty() {
    SeenPod pod = pod("{metadata: {name: p, uid: u}}");
    assertThat(pod.phase()).isEqualTo(Phase.PENDING);
    assertThat(pod.requests()).isEqualTo(new Resources(0, 0, 1));
    assertThat(pod.node() + pod.address() + pod.owner() + pod.container() + pod.image()).isEmpty();
    assertThat(pod.port()).isZero();
    assertThat(pod.containers()).isEmpty();
  }

  @Test
  void aPodThatIsToldToEndIsEndingAndOneThatEndedIsNone() {
    assertThat(
            pod("{metadata: {name: p, uid: u, deletionTimestamp: '2026-05-01T10:00:00Z'},"
                    + " status: {phase: Running}}")
                .phase())
        .isEqualTo(Phase.ENDING);
    assertThat(Seen.pod(read("{metadata: {name: p, uid: u}, status: {phase: Failed}}", Pod.class)))
        .isEmpty();
  }

  @Test
  void allItsContainersAskAndTheFirstIsItsFace() {
    SeenPod pod =
        pod(
            "{metadata: {name: p, uid: u}, spec: {containers: ["
                + "{name: a, image: i, ports: [{containerPort: 8080}, {containerPort: 9}],"
                + " resources: {requests: {cpu: 100m, memory: 64Mi}}},"
                + "{name: b, image: j, resources: {limits: {cpu: '1', memory: 1Gi}}}],"
                + " overhead: {memory: 1Mi}},"
                + " status: {phase: Running, podIP: 10.1.1.1, containerStatuses: ["
                + "{name: a, containerID: 'containerd://c1'}, {name: b, containerID: ''}]}}");
    assertThat(pod.requests()).isEqualTo(new Resources(1.1, (64 + 1024 + 1) << 20, 1));
    assertThat(pod.container()).isEqualTo("a");
    assertThat(pod.image()).isEqualTo("i");
    assertThat(pod.port()).isEqualTo(8080);
    assertThat(pod.containers()).containsExactly("c1");
    assertThat(pod.phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void itsOwnerIsTheDeploymentBehindItsReplicaSet() {
    String owned =
        "{metadata: {name: fn-abc12-x7, uid: u, labels: {pod-template-hash: %s},"
            + " ownerReferences: [{apiVersion: v1, kind: %s, name: fn-abc12, uid: r,"
            + " controller: true}]}}";
    assertThat(pod(owned.formatted("abc12", "ReplicaSet")).owner()).isEqualTo("fn");
    assertThat(pod(owned.formatted("other", "ReplicaSet")).owner()).isEqualTo("fn-abc12");
    assertThat(pod(owned.formatted("abc12", "StatefulSet")).owner()).isEqualTo("fn-abc12");
  }

  @Test
  void aNodeHasRoomAZoneAndAType() {
    ZoneNode node =
        Seen.node(
            read(
                "{metadata: {name: n, labels: {ether.edgerun.io/zone: a,"
                    + " topology.kubernetes.io/zone: b, node-role.kubernetes.io/worker: 'true',"
                    + " edgewatt.io/node-type: X}, annotations: {edgewatt.io/node-type: Y}},"
                    + " status: {capacity: {cpu: '4', memory: 2Gi}}}",
                Node.class));
    assertThat(node.zone()).isEqualTo("a");
    assertThat(node.type()).isEqualTo("Y");
    assertThat(node.worker()).isTrue();
    assertThat(node.cores()).isEqualTo(4);
    assertThat(node.allocatable()).isEqualTo(new Resources(4, 2L << 30, 110));
    assertThat(node.cpuShare()).isNaN();
  }

  @Test
  void aNodeThatIsCordonedIsNoWorker() {
    ZoneNode node =
        Seen.node(
            read(
                "{metadata: {name: n, labels: {node-role.kubernetes.io/worker: 'true'}},"
                    + " spec: {unschedulable: true}, status: {allocatable: {cpu: 1500m}}}",
                Node.class));
    assertThat(node.worker()).isFalse();
    assertThat(node.allocatable().cores()).isEqualTo(1.5);
    assertThat(node.zone()).isEmpty();
  }
}
