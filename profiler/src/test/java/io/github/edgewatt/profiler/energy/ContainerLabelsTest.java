package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** What Scaphandre 1.0.0 was seen to send, over Docker and over Kubernetes. */
  @ParameterizedTest
  @CsvSource({"docker, openfaas-fn", "kubernetes, default"})
  void findsTheOneContainerInRecordedPages(String platform, String namespace) throws IOException {
    Path page = Path.of("../../shared/real/metrics/scaphandre-1.0.0-" + platform + "-labels.txt");
    assumeThat(page).as("recorded metrics beside the repository").isReadable();
    List<Map<String, String>> power =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("scaph_process_power_consumption_microwatts{"))
            .map(ContainerLabelsTest::labels)
            .toList();
    assertThat(power).hasSizeGreaterThan(1);
    assertThat(power.stream().filter(labels -> is(labels, "fn-a", namespace))).hasSize(1);
    assertThat(power.stream().filter(labels -> is(labels, "fn", namespace))).isEmpty();
    assertThat(power.stream().filter(labels -> is(labels, "a", namespace))).isEmpty();
  }

  private static boolean is(Map<String, String> labels, String function, String namespace) {
    return ContainerLabels.isOf(labels, function, namespace, Set.of());
  }

  private static Map<String, String> labels(String line) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(line);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }
}
