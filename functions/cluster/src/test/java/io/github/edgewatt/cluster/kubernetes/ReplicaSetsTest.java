package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.github.edgewatt.cluster.ClusterState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaSetsTest {
  private static final String RATE = "edgewatt.io/podspread-rate";

  private final ClusterState state = new ClusterState();
  private final ReplicaSets sets = new ReplicaSets(state);

  @Test
  void aDeploymentsAnnotationsComeUnderItsSets() {
    sets.put(deployment(Map.of(RATE, "0.5", "team", "edge")));
    sets.put(set("s1", Map.of("team", "own")));
    assertThat(annotations("s1")).isEqualTo(Map.of(RATE, "0.5", "team", "own"));
    assertThat(state.replicas("s1").orElseThrow().wanted()).isEqualTo(3);
  }

  @Test
  void aDeploymentHeardOfLaterOrChangedReachesItsSets() {
    sets.put(set("s1", Map.of()));
    sets.put(set("s2", Map.of()));
    assertThat(annotations("s1")).isEmpty();
    sets.put(deployment(Map.of(RATE, "0.5")));
    assertThat(annotations("s1")).containsEntry(RATE, "0.5");
    sets.put(deployment(Map.of(RATE, "0.25")));
    assertThat(annotations("s2")).containsEntry(RATE, "0.25");
    sets.removeDeployment("d");
    assertThat(annotations("s1")).isEmpty();
  }

  @Test
  void aSetGoesAndOneWithoutAnOwnerStandsForItself() {
    sets.put(deployment(Map.of(RATE, "0.5")));
    ReplicaSet lone = set("s3", Map.of());
    lone.getMetadata().setOwnerReferences(null);
    lone.setSpec(null);
    sets.put(lone);
    assertThat(annotations("s3")).isEmpty();
    assertThat(state.replicas("s3").orElseThrow().wanted()).isEqualTo(1);
    sets.removeSet("s3");
    sets.put(deployment(Map.of(RATE, "0.75")));
    assertThat(state.replicas("s3")).isEmpty();
  }

  private Map<String, String> annotations(String uid) {
    return state.replicas(uid).orElseThrow().annotations();
  }

  private static Deployment deployment(Map<String, String> annotations) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withUid("d")
        .withName("web")
        .withNamespace("ns")
        .withAnnotations(annotations)
        .endMetadata()
        .build();
  }

  private static ReplicaSet set(String uid, Map<String, String> annotations) {
    return new ReplicaSetBuilder()
        .withNewMetadata()
        .withUid(uid)
        .withName("web-" + uid)
        .withNamespace("ns")
        .withAnnotations(annotations)
        .addNewOwnerReference()
        .withController(true)
        .withKind("Deployment")
        .withName("web")
        .withUid("d")
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withReplicas(3)
        .endSpec()
        .build();
  }
}
