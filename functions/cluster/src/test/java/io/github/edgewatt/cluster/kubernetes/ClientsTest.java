package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
  @TempDir Path folder;

  static String kubeconfig(String server) {
    return """
    apiVersion: v1
    kind: Config
    clusters: [{name: c, cluster: {server: "%s"}}]
    users: [{name: u, user: {token: t}}]
    contexts: [{name: x, context: {cluster: c, user: u}}]
    current-context: x
    """
        .formatted(server);
  }

  @Test
  void theFileGivenComesFirst() throws IOException {
    Path given = write("given", kubeconfig("http://127.0.0.1:1"));
    Path named = write("named", kubeconfig("http://127.0.0.1:2"));
    try (KubernetesClient client =
        Clients.client(Optional.of(given), Map.of("KUBECONFIG", named.toString()))) {
      assertThat(client.getMasterUrl().getPort()).isEqualTo(1);
      assertThat(client.getConfiguration().getRequestTimeout()).isEqualTo(10_000);
      assertThat(client.getConfiguration().getAutoOAuthToken()).isEqualTo("t");
    }
  }

  @Test
  void ofTheFilesInTheEnvironmentTheFirstThatIsThereCounts() throws IOException {
    Path named = write("named", kubeconfig("http://127.0.0.1:2"));
    String both = folder.resolve("none") + File.pathSeparator + named;
    try (KubernetesClient client = Clients.client(Optional.empty(), Map.of("KUBECONFIG", both))) {
      assertThat(client.getMasterUrl().getPort()).isEqualTo(2);
    }
  }

  @Test
  void withoutAnyTheUserIsToldWhatToGive() {
    assertThatThrownBy(() -> Clients.client(Optional.empty(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no Kubernetes: give --kubeconfig FILE, set KUBECONFIG, have ~/.kube/config,"
                + " or run as a pod");
  }

  @Test
  void withoutAnyTheFileThatKubectlReadsCounts() throws IOException {
    Map<String, String> environment = Map.of("HOME", folder.toString());
    assertThatThrownBy(() -> Clients.client(Optional.empty(), environment))
        .hasMessageStartingWith("no Kubernetes: ");
    Files.createDirectory(folder.resolve(".kube"));
    write(".kube/config", kubeconfig("http://127.0.0.1:3"));
    try (KubernetesClient client = Clients.client(Optional.empty(), environment)) {
      assertThat(client.getMasterUrl().getPort()).isEqualTo(3);
    }
  }

  @Test
  void aMissingFileIsOneLine() {
    Path file = folder.resolve("none");
    assertThatThrownBy(() -> Clients.client(Optional.of(file), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot read the kubeconfig " + file);
    assertThatThrownBy(
            () -> Clients.client(Optional.empty(), Map.of("KUBECONFIG", file.toString())))
        .hasMessage("cannot read the kubeconfig " + file);
    assertThatThrownBy(() -> Clients.client(Optional.of(folder), Map.of()))
        .hasMessage("cannot read the kubeconfig " + folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just words",
        "[1, 2]",
        "{{{",
        "\u0000\u0001",
        "clusters: 7",
        "current-context: gone",
        "contexts: [{name: x, context: {cluster: gone, user: gone}}]\ncurrent-context: x"
      })
  void garbageIsOneLineThatNamesTheFile(String text) throws IOException {
    Path file = write("garbage", text);
    assertThatThrownBy(() -> Clients.client(Optional.of(file), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the kubeconfig " + file)
        .hasMessageNotContaining("\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
