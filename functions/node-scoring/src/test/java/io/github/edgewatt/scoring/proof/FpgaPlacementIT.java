package io.github.edgewatt.scoring.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From curl to a bound pod: three collectors, their nodes' annotations, node-scoring, a scheduler.
 */
class FpgaPlacementIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATE = "fpga-scheduling.io/fpga-state";
  private static final String EXAMPLE = "infrastructure/kubernetes/examples/fpga-workload.yaml";

  @TempDir Path folder;

  @Test
  void aPodGoesToTheNodeThatTheFormulaPicks() throws IOException, InterruptedException {
    try (RealCluster cluster = RealCluster.up(folder)) {
      for (String name : List.of("minikube", "minikube-m02", "minikube-m03")) {
        cluster.create("plain-node.yaml", Map.of("name", name));
      }
      Map<String, String> environment = Map.of("KUBECONFIG", cluster.kubeconfig());
      try (Launched first = collector("minikube", environment);
          Launched second = collector("minikube-m02", environment);
          Launched third = collector("minikube-m03", environment);
          Launched scoring =
              Launched.start(
                  "node-scoring",
                  folder,
                  Map.of(),
                  "serve",
                  "--kubeconfig",
                  cluster.kubeconfig(),
                  "--policy",
                  "fpga")) {
        cluster.schedule(scoring);
        // Ranks (usage, reconfiguration): minikube 2nd and 1st, -m02 3rd and 3rd, -m03 1st and 2nd.
        event(first, "reconfiguration_ms=1000", "bitstream_identifier=def");
        event(first, "duration_ms=4000");
        event(second, "reconfiguration_ms=20000", "bitstream_identifier=abc");
        event(second, "duration_ms=9000");
        event(third, "reconfiguration_ms=10000", "bitstream_identifier=xyz");
        event(third, "duration_ms=100");
        RealCluster.await("annotations", () -> states(cluster).size() == 3);
        assertThat(states(cluster).get("minikube").get("recentReconfigurationTime").asDouble())
            .isEqualTo(1000);

        // def is loaded on minikube: (2*2/3 + 2*3/3 + 1) / 5 = 86, before -m03's 66 and -m02's 26.
        loaded(first, "minikube", "def", cluster);
        cluster.createFile(EXAMPLE, Map.of());
        assertThat(cluster.placed("nginx")).isEqualTo("minikube");
        // xyz is loaded on -m03: now it has 86.
        loaded(third, "minikube-m03", "xyz", cluster);
        cluster.createFile(
            EXAMPLE,
            Map.of(
                "name: nginx-deployment", "name: other",
                "app: nginx", "app: other",
                "bitstream-identifier: def", "bitstream-identifier: xyz"));
        assertThat(cluster.placed("other")).isEqualTo("minikube-m03");
        loaded(first, "minikube", "def", cluster);
        assertThat(scores(scoring, "def"))
            .isEqualTo(Map.of("minikube", 86, "minikube-m02", 26, "minikube-m03", 66));
      }
    }
  }

  private Launched collector(String node, Map<String, String> environment)
      throws IOException, InterruptedException {
    return Launched.start("collector-ingest", folder, environment, "--node", node);
  }

  /** Says once more that the node uses the bitstream: it is forgotten after a minute. */
  private static void loaded(Launched collector, String node, String bitstream, RealCluster cluster)
      throws IOException, InterruptedException {
    event(collector, "duration_ms=1", "bitstream_identifier=" + bitstream);
    RealCluster.await(
        bitstream + " on " + node,
        () ->
            states(cluster).containsKey(node)
                && states(cluster).get(node).get("recentBitstreamIdentifiers").has(bitstream));
  }

  /** The documented command, at the present time. */
  private static void event(Launched collector, String... data)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl", "--silent", "--fail", "--request", "POST", "--url", collector.uri() + "/"));
    command.addAll(List.of("--header", "Content-Type: application/x-www-form-urlencoded"));
    command.addAll(List.of("--data", "timestamp_ms=" + System.currentTimeMillis()));
    for (String one : data) {
      command.addAll(List.of("--data", one));
    }
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).as(said).isZero();
    assertThat(said).isEqualTo("ok");
  }

  private static Map<String, JsonNode> states(RealCluster cluster) {
    Map<String, JsonNode> states = new TreeMap<>();
    cluster
        .admin()
        .nodes()
        .list()
        .getItems()
        .forEach(
            node -> {
              String state = node.getMetadata().getAnnotations().get(STATE);
              if (state != null && !state.contains("\"recentUsage\":0,")) {
                states.put(node.getMetadata().getName(), tree(state));
              }
            });
    return states;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("no JSON: " + json, e);
    }
  }

  private static Map<String, Integer> scores(Launched scoring, String bitstream)
      throws IOException, InterruptedException {
    String pod =
        """
        {"pod": {"metadata": {"name": "asked", "namespace": "default", "labels":
          {"fpga-scheduling.io/enabled": "true", "fpga-scheduling.io/bitstream-identifier": "%s"}}}}
        """
            .formatted(bitstream);
    Map<String, Integer> scores = new TreeMap<>();
    for (JsonNode one : tree(scoring.post("/explain", pod)).get("nodes")) {
      scores.put(one.get("node").asText(), one.get("score").asInt());
    }
    return scores;
  }
}
