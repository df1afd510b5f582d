package io.github.edgewatt.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher says to bad input: one line, exit code 2, and nothing has started. */
@Timeout(60)
class LauncherIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nope|Unknown option: '--nope' (collector-ingest --help)",
        "--node n1 --no-k8s --port abc|Invalid value for option '--port': 'abc' is not an int (collector-ingest --help)",
        "--node n1 --no-k8s --port 65536|--port 65536: 0 to 65535",
        "--node N_1 --no-k8s|no node can have the name 'N_1'",
        "--node n1 --kubeconfig /no/such/file|cannot read the kubeconfig /no/such/file",
        "--node n1|no Kubernetes: give --kubeconfig FILE, set KUBECONFIG, or leave it out with --no-k8s",
        "--node n1 --no-k8s --token-file /no/such/file|cannot read the token file /no/such/file",
        "--node|Missing required parameter for option '--node' (NAME) (collector-ingest --help)"
      })
  void refusesInOneLine(String arguments, String line) throws Exception {
    refuses(Map.of("HOME", "/none"), arguments, line);
  }

  @Test
  void refusesFilesThatHoldNothing() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    refuses(
        Map.of(),
        "--node n1 --no-k8s --token-file " + empty,
        "the token file " + empty + " is empty");
    refuses(Map.of(), "--node n1 --kubeconfig " + empty, empty + " cannot be used");
    refuses(
        Map.of("KUBECONFIG", "/none"), "--node n1", "KUBECONFIG is /none, which cannot be read");
    refuses(Map.of("NODE_NAME", "A"), "--no-k8s", "no node can have the name 'A'");
  }

  private static void refuses(Map<String, String> environment, String arguments, String line)
      throws Exception {
    try (RunningCollector collector =
        RunningCollector.launch(0, environment, arguments.split(" ", -1))) {
      assertThat(collector.exitCode()).as(collector.log()).isEqualTo(2);
      assertThat(collector.log()).isEqualTo("edgewatt: " + line + "\n");
    }
  }
}
