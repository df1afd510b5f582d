package io.github.edgewatt.scoring.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RealServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With real inference servers for power models: a pod goes to the node where it adds the fewest
 * watts, and that is not the one the default scheduler takes.
 */
class PowerPlacementIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "infrastructure/kubernetes/examples/scheduled-pod.yaml";
  private static final List<String> ADDRESSES = List.of("127.0.0.2", "127.0.0.3", "127.0.0.4");

  @TempDir Path folder;

  /** Half a core of eight on a slope of 80 W is 5 W, on one of 200 W it is 12.5 W. */
  @ParameterizedTest
  @CsvSource({
    "kserve, tensorflow-rest",
    "kserve, open-inference",
    "tensorflow-grpc, tensorflow-grpc"
  })
  void aPodGoesToTheCheapestNode(String server, String source)
      throws IOException, InterruptedException {
    try (RealServer models = RealServer.up("inference.sh " + server, folder.resolve("models"))) {
      assumeThat(models.missing()).isEmpty();
      try (RealCluster cluster = RealCluster.up(folder);
          IpmiPages pages = IpmiPages.serve(25, 50, 50, ADDRESSES)) {
        cluster.createFile("test-fixtures/servers/metrics-api.yaml", Map.of());
        RealCluster.await("metrics API", () -> cluster.serves("metrics.k8s.io"));
        Map<String, String> common =
            Map.of("host", models.get("host"), "port", models.get("port"), "source", source);
        node(cluster, common, "name=roomy address=127.0.0.2 model=hungry cores=500m");
        node(cluster, common, "name=busy address=127.0.0.3 model=frugal cores=0");
        node(cluster, common, "name=half address=127.0.0.4 model=hungry cores=0");
        cluster.create("filler-pod.yaml", Map.of("node", "busy", "cores", "3"));
        cluster.create("filler-pod.yaml", Map.of("node", "half", "cores", "1500m"));
        try (Launched scoring =
            Launched.start(
                "node-scoring",
                folder,
                Map.of(),
                "serve",
                "--kubeconfig",
                cluster.kubeconfig(),
                "--policy",
                "power",
                "--ipmi-port",
                String.valueOf(pages.port()))) {
          RealCluster.await("watts of all nodes", () -> asked(scoring, "deltaWatts").size() == 3);
          Map<String, Double> added = asked(scoring, "deltaWatts");
          assertThat(added.get("busy")).isEqualTo(5.0, within(1e-3));
          assertThat(added.get("roomy")).isEqualTo(12.5, within(1e-3));
          assertThat(added.get("half")).isEqualTo(12.5, within(1e-3));
          // The pod that was just bound there counts before it is measured:
          // 60 + 80 * 3/8 + 10 * 10/20 + 4 * 30/60 + 4 * 30/60
          assertThat(asked(scoring, "wattsBefore").get("busy")).isEqualTo(99, within(1e-3));

          cluster.schedule(scoring);
          cluster.createFile(EXAMPLE, Map.of());
          cluster.createFile(
              EXAMPLE,
              Map.of(
                  RealCluster.OURS,
                  RealCluster.DEFAULT,
                  "name: scheduled-example",
                  "name: by-default",
                  "app: scheduled-example-pod",
                  "app: by-default"));
          assertThat(cluster.placed("scheduled-example-pod")).isEqualTo("busy");
          assertThat(cluster.placed("by-default")).isEqualTo("roomy");
        }
      }
    }
  }

  private static void node(RealCluster cluster, Map<String, String> common, String own) {
    Map<String, String> values = new HashMap<>(common);
    for (String one : own.split(" ", -1)) {
      values.put(one.split("=", -1)[0], one.split("=", -1)[1]);
    }
    cluster.create("power-node.yaml", values);
  }

  /** A figure of each node that has it from its model, for a pod that asks for half a core. */
  private static Map<String, Double> asked(Launched scoring, String figure) {
    String question =
        """
        {"pod": {"metadata": {"name": "asked", "namespace": "default"}, "spec": {"containers":
          [{"name": "c", "resources": {"requests": {"cpu": "500m"}, "limits": {"cpu": "1"}}}]}}}
        """;
    Map<String, Double> figures = new TreeMap<>();
    try {
      for (JsonNode one : JSON.readTree(scoring.post("/explain", question)).path("nodes")) {
        if (one.path(figure).isNumber() && !one.path("fallback").asBoolean()) {
          figures.put(one.get("node").asText(), one.get(figure).asDouble());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return figures;
  }
}
