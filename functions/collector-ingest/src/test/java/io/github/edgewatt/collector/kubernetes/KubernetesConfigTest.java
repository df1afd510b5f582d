package io.github.edgewatt.collector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesConfigTest {
  @TempDir Path folder;

  @Test
  void readsTheFileThatIsNamed() throws IOException {
    Path file =
        write(
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: local, cluster: {server: "https://127.0.0.1:6443"}}]
            users: [{name: user, user: {token: secret}}]
            contexts: [{name: local, context: {cluster: local, user: user}}]
            current-context: local
            """);
    assertThat(KubernetesConfig.find(Optional.of(file), Map.of()).getMasterUrl())
        .startsWith("https://127.0.0.1:6443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{{ broken", "apiVersion: v1", "[]", "current-context: nowhere"})
  void saysInOneLineWhatIsWrongWithAFile(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> KubernetesConfig.find(Optional.of(file), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysWhereItLooked() {
    assertThatThrownBy(() -> KubernetesConfig.find(Optional.of(folder), Map.of()))
        .hasMessage("cannot read the kubeconfig " + folder);
    assertThatThrownBy(
            () -> KubernetesConfig.find(Optional.empty(), Map.of("KUBECONFIG", "/none:/nor")))
        .hasMessage("KUBECONFIG is /none:/nor, which cannot be read");
    assertThatThrownBy(() -> KubernetesConfig.find(Optional.empty(), Map.of("HOME", "/none")))
        .hasMessageContaining("--kubeconfig FILE")
        .hasMessageContaining("--no-k8s");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("kubeconfig"), text);
  }
}
