package io.github.edgewatt.scoring.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged application as its launcher starts it: a plain process. */
@Timeout(120)
class PackagedIT {
  private static final String CLUSTER = "src/test/resources/replay/cluster.json";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Missing command: serve or explain (node-scoring --help)",
        "go | Unmatched argument at index 0: 'go' (node-scoring --help)",
        "serve --policy best | no policy 'best': power, wao-v1, wao-v2, fpga, or power=1,fpga=1",
        "serve --ipmi-port x | Invalid value for option '--ipmi-port'",
        "serve --port 99999 --replay src/test/resources/replay/cluster.json | --port 99999",
        "serve --deadline soon | deadline: 'soon' cannot be read",
        "serve --weights 1/2 | weights are three numbers",
        "serve --replay /nowhere | cannot read the cluster /nowhere",
        "serve --model /nowhere | cannot read the model /nowhere",
        "serve --kubeconfig /nowhere | cannot read the kubeconfig /nowhere",
        "serve | no Kubernetes: give --kubeconfig FILE",
        "explain | Missing required option: '--pod=FILE'",
        "explain --pod /nowhere | no file /nowhere",
        "explain --pod pom.xml --server x | pom.xml",
      })
  void badInputIsOneLine(String arguments, String message) throws Exception {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    try (Running process = Running.launch(words)) {
      assertThat(process.exitCode()).as(process.errors().toString()).isEqualTo(2);
      assertThat(process.errors())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("edgewatt: ")
          .contains(message);
    }
  }

  @Test
  void explainsByItselfAndByAServerAlike() throws Exception {
    Path pod = folder.resolve("pod.yaml");
    Files.writeString(
        pod,
        """
        kind: Service
        metadata: {name: other}
        ---
        kind: Pod
        metadata: {name: wanted}
        spec:
          containers:
            - name: c
              resources: {requests: {cpu: 0.5}}
        """);
    int port = Running.freePort();
    String own;
    try (Running process =
        Running.launch("explain", "--pod", pod.toString(), "--replay", CLUSTER)) {
      assertThat(process.exitCode()).as(process.errors().toString()).isZero();
      own = process.output();
      assertThat(own.lines().toList().get(0)).startsWith("node    CPU before → after");
      assertThat(own.lines().toList().get(1))
          .startsWith("big            25 % → 28 %")
          .contains("125.0 → 128.1", "3.13", "100.0");
      assertThat(own).contains("mute").contains("neutral: ");
    }
    String address = "http://127.0.0.1:" + port;
    try (Running server =
        Running.launch("serve", "--port", String.valueOf(port), "--replay", CLUSTER)) {
      server.awaitReady(port);
      try (Running process =
          Running.launch("explain", "--pod", pod.toString(), "--server", address)) {
        assertThat(process.exitCode()).as(process.errors().toString()).isZero();
        assertThat(process.output()).isEqualTo(own);
      }
      assertThat(
              Running.post(
                      port,
                      "/prioritize",
                      "{\"Pod\":{\"spec\":{\"containers\":[]}},\"nodenames\":[\"x\"]}")
                  .body())
          .isEqualTo("[{\"Host\":\"x\",\"Score\":5}]");
      assertThat(server.terminate()).isEqualTo(Running.ENDED_BY_SIGTERM);
      assertThat(server.errors()).isEmpty();
      assertThat(server.output()).doesNotContain("WARN", "ERROR");
    }
    try (Running process =
        Running.launch("explain", "--pod", pod.toString(), "--server", address)) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errors())
          .containsExactly(
              "edgewatt: nothing listens at "
                  + address
                  + ": start bin/node-scoring serve, or give --kubeconfig FILE");
    }
  }

  @Test
  void anApiServerThatIsAwayMakesItWaitNotFail() throws Exception {
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: x, context: {cluster: c, user: u}}]
        current-context: x
        """);
    int port = Running.freePort();
    try (Running server =
        Running.launch(
            "serve", "--port", String.valueOf(port), "--kubeconfig", kubeconfig.toString())) {
      server.awaitStatus(port, 503);
      assertThat(
              Running.post(
                      port,
                      "/prioritize",
                      "{\"Pod\":{\"metadata\":{}},\"NodeNames\":[\"n1\",\"n2\"]}")
                  .body())
          .isEqualTo("[{\"Host\":\"n1\",\"Score\":5},{\"Host\":\"n2\",\"Score\":5}]");
      assertThat(server.terminate()).isEqualTo(Running.ENDED_BY_SIGTERM);
    }
  }
}
