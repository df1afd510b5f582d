package io.github.edgewatt.scoring.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler does without its extender: it schedules. */
class ExtenderGoneIT {
  private static final String EXAMPLE = "infrastructure/kubernetes/examples/scheduled-pod.yaml";

  @TempDir Path folder;

  @Test
  void podsArePlacedWhileNodeScoringStandsStillAndAfterItIsKilled()
      throws IOException, InterruptedException {
    try (RealCluster cluster = RealCluster.up(folder)) {
      cluster.create("plain-node.yaml", Map.of("name", "only-1"));
      cluster.create("plain-node.yaml", Map.of("name", "only-2"));
      try (Launched scoring =
          Launched.start(
              "node-scoring", folder, Map.of(), "serve", "--kubeconfig", cluster.kubeconfig())) {
        cluster.schedule(scoring);
        place(cluster, "before");
        scoring.signal("STOP");
        try {
          place(cluster, "silent");
        } finally {
          scoring.signal("CONT");
        }
        scoring.signal("KILL");
        place(cluster, "gone");
      }
    }
  }

  private static void place(RealCluster cluster, String name)
      throws IOException, InterruptedException {
    cluster.createFile(
        EXAMPLE,
        Map.of(
            "name: scheduled-example",
            "name: " + name,
            "app: scheduled-example-pod",
            "app: " + name));
    assertThat(cluster.placed(name)).startsWith("only-");
  }
}
