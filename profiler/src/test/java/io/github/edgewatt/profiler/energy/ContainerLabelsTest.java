package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerLabelsTest {

  private static boolean isEnv(Map<String, String> labels) {
    return ContainerLabels.isOf(labels, "env", "openfaas-fn", Set.of(42L));
  }

  @Test
  void knowsDockersLabelsAndNames() {
    assertThat(isEnv(Map.of("container_label_com_openfaas_function", "env", "pid", "7"))).isTrue();
    assertThat(isEnv(Map.of("container_label_faas_function", "env"))).isTrue();
    assertThat(isEnv(Map.of("container_names", "env.1"))).isTrue();
    assertThat(isEnv(Map.of("container_names", "/env"))).isTrue();
    assertThat(isEnv(Map.of("container_names", "web,env"))).isTrue();
    assertThat(isEnv(Map.of("container_names", "printenv.1"))).isFalse();
  }

  @Test
  void knowsKubernetesPodsOfTheRightNamespace() {
    String pod = "env-5d7cbc7775-czfb7";
    assertThat(isEnv(Map.of("kubernetes_pod_name", pod))).isTrue();
    assertThat(isEnv(Map.of("kubernetes_pod_name", pod, "kubernetes_pod_namespace", "openfaas-fn")))
        .isTrue();
    assertThat(isEnv(Map.of("kubernetes_pod_name", pod, "kubernetes_pod_namespace", "default")))
        .isFalse();
    assertThat(isEnv(Map.of("kubernetes_pod_name", "my-" + pod))).isFalse();
    assertThat(
            ContainerLabels.isOf(
                Map.of("pod_name", pod, "container_namespace", "x"), "env", "", Set.of()))
        .isTrue();
  }

  @Test
  void knowsKeplersContainersAndBareNumbers() {
    assertThat(isEnv(Map.of("container_name", "env"))).isTrue();
    assertThat(isEnv(Map.of("container_name", "env2"))).isFalse();
    assertThat(isEnv(Map.of("pid", "42", "exe", "/bin/fwatchdog"))).isTrue();
    assertThat(isEnv(Map.of("pid", "421"))).isFalse();
    assertThat(isEnv(Map.of())).isFalse();
  }
}
