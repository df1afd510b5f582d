package io.github.edgewatt.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final String FUNCTION = "ether.edgerun.io/function";

  @Test
  void aFunctionIsNamedByEitherLabelOrByItsPods() {
    assertThat(Labels.function("p", Map.of(FUNCTION, "res-net"))).contains("res_net");
    assertThat(Labels.function("p", Map.of("faas_function", "res-net"))).contains("res_net");
    assertThat(Labels.function("p", Map.of(FUNCTION, "a", "faas_function", "b"))).contains("a");
    assertThat(Labels.function("my-fn-deployment-1", Map.of("type", "fn"))).contains("my_fn");
    assertThat(Labels.function("my-fn", Map.of("type", "fn"))).isEmpty();
    assertThat(Labels.function("my-fn-deployment-1", Map.of())).isEmpty();
    assertThat(Labels.function("p", Map.of(FUNCTION, "a", "type", "api-gateway"))).isEmpty();
    assertThat(Labels.function("p", Map.of(FUNCTION, " "))).isEmpty();
  }

  @Test
  void theEdgebenchsZoneGoesBeforeKubernetes() {
    assertThat(Labels.zone(Map.of("topology.kubernetes.io/zone", "b"))).isEqualTo("b");
    assertThat(
            Labels.zone(Map.of("topology.kubernetes.io/zone", "b", "ether.edgerun.io/zone", "a")))
        .isEqualTo("a");
    assertThat(Labels.zone(Map.of())).isEmpty();
  }

  @Test
  void onlyTrueMakesAWorker() {
    assertThat(Labels.worker(Map.of("node-role.kubernetes.io/worker", "true"))).isTrue();
    assertThat(Labels.worker(Map.of("node-role.kubernetes.io/worker", ""))).isFalse();
    assertThat(Labels.worker(Map.of())).isFalse();
  }

  @Test
  void aDeploymentIsWhatStandsBeforeItsTemplatesHash() {
    assertThat(Labels.deployment("a-b-12ab-xyz", Map.of("pod-template-hash", "12ab")))
        .isEqualTo("a-b");
    assertThat(Labels.deployment("a-b-12ab-xyz", Map.of())).isEmpty();
    assertThat(Labels.deployment("a-b", Map.of("pod-template-hash", "12ab"))).isEmpty();
  }
}
