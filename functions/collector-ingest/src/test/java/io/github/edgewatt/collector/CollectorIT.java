package io.github.edgewatt.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.edgewatt.fixtures.RealServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Collectors by the documented commands, against a real API server. */
@Timeout(180)
class CollectorIT {
  private static final String SUMMARY = "fpga-scheduling.io/fpga-state";
  private static final String STATE = "fpga-scheduling.io/collector-state";
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static RealServer server;
  private static Path kubeconfig;
  private static KubernetesClient client;

  @BeforeAll
  static void up() throws Exception {
    server = RealServer.up("kube.sh", folder.resolve("kube"));
    assumeThat(server.missing()).isEmpty();
    kubeconfig = Path.of(server.get("KUBECONFIG"));
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterAll
  static void down() throws Exception {
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void threeNodesByTheDocumentedCommands() throws Exception {
    String[] names = {"minikube", "minikube-m02", "minikube-m03"};
    for (String name : names) {
      createNode(name, Map.of("other/key", "kept"));
    }
    try (RunningCollector first = RunningCollector.start(names[0], kubeconfig);
        RunningCollector second = RunningCollector.start(names[1], kubeconfig);
        RunningCollector third = RunningCollector.start(names[2], kubeconfig)) {
      RunningCollector[] collectors = {first, second, third};
      for (int i = 0; i < names.length; i++) {
        assertThat(curl(collectors[i], (i + 1) * 10_000, "def" + i)).isEqualTo("ok");
      }
      for (int i = 0; i < names.length; i++) {
        String time = "\"recentReconfigurationTime\":" + (i + 1) * 10_000 + ",";
        Map<String, String> annotations =
            await(names[i], SUMMARY, text -> text.contains(time), INTERVAL);
        assertThat(annotations.get(SUMMARY))
            .isEqualTo(
                "{\"recentUsage\":0,"
                    + time
                    + "\"recentBitstreamIdentifiers\":{\"def"
                    + i
                    + "\":{}},\"version\":1}");
        assertThat(annotations).containsEntry("other/key", "kept").hasSize(4);
        assertThat(Instant.parse(annotations.get("fpga-scheduling.io/updated-at")))
            .isBetween(Instant.now().minusSeconds(120), Instant.now());
      }
      assertThat(first.terminate()).isEqualTo(RunningCollector.ENDED_BY_SIGTERM);
    }
  }

  @Test
  void theEndWritesWhatIsNewAndTheNextGoesOn() throws Exception {
    createNode("restarted", Map.of());
    try (RunningCollector before = RunningCollector.start("restarted", kubeconfig)) {
      await("restarted", SUMMARY, text -> true, INTERVAL);
      curl(before, 10_000, "def");
      long start = System.nanoTime();
      assertThat(before.terminate()).isEqualTo(RunningCollector.ENDED_BY_SIGTERM);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(INTERVAL.multipliedBy(3));
    }
    assertThat(annotations("restarted").get(SUMMARY))
        .contains("\"recentReconfigurationTime\":10000,");
    try (RunningCollector after = RunningCollector.start("restarted", kubeconfig)) {
      curl(after, 500.5, "abc");
      Map<String, String> annotations =
          await("restarted", SUMMARY, text -> text.contains("abc"), INTERVAL);
      assertThat(annotations.get(SUMMARY))
          .contains("\"recentReconfigurationTime\":10500.5,")
          .contains("{\"abc\":{},\"def\":{}}");
      assertThat(after.log()).contains("restarted: goes on from the earlier state");
    }
  }

  @Test
  void anAnnotationThatIsBrokenOrUpstreamsIsReplaced() throws Exception {
    createNode("corrupt", Map.of(STATE, "{\"version\":2,", SUMMARY, "garbage"));
    createNode(
        "upstreams",
        Map.of(SUMMARY, "{\"recentUsage\":5,\"recentReconfigurationTime\":7,\"version\":1}"));
    try (RunningCollector corrupt = RunningCollector.start("corrupt", kubeconfig);
        RunningCollector upstreams = RunningCollector.start("upstreams", kubeconfig)) {
      curl(corrupt, 3, "def");
      curl(upstreams, 4, "def");
      await(
          "corrupt", SUMMARY, text -> text.contains("\"recentReconfigurationTime\":3,"), INTERVAL);
      await(
          "upstreams",
          SUMMARY,
          text -> text.contains("\"recentReconfigurationTime\":4,"),
          INTERVAL);
      assertThat(annotations("corrupt").get(STATE)).startsWith("{\"version\":2,\"usage\":[");
      assertThat(corrupt.log()).contains("starts empty: the earlier state cannot be read");
      assertThat(upstreams.log()).contains("starts empty: there is a summary of version 1 alone");
    }
  }

  @Test
  void aNodeThatComesLaterIsWrittenThen() throws Exception {
    try (RunningCollector collector = RunningCollector.start("late", kubeconfig)) {
      assertThat(curl(collector, 10, "def")).isEqualTo("ok");
      createNode("late", Map.of());
      await("late", SUMMARY, text -> text.contains("\"recentReconfigurationTime\":10,"), INTERVAL);
    }
  }

  private static void createNode(String name, Map<String, String> annotations) {
    client
        .nodes()
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withAnnotations(annotations)
                .endMetadata()
                .build())
        .create();
  }

  private static Map<String, String> annotations(String node) {
    Map<String, String> all = client.nodes().withName(node).get().getMetadata().getAnnotations();
    return all == null ? Map.of() : all;
  }

  private static Map<String, String> await(
      String node, String name, Predicate<String> holds, Duration atMost) throws Exception {
    long until = System.nanoTime() + atMost.plusSeconds(20).toNanos();
    Map<String, String> all = annotations(node);
    while (!(all.containsKey(name) && holds.test(all.get(name)))) {
      assertThat(System.nanoTime()).as("%s within %s: %s", node, atMost, all).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(100);
      all = annotations(node);
    }
    return all;
  }

  /** The guide's command, with the time as it is now. */
  private static String curl(RunningCollector collector, double millis, String id)
      throws Exception {
    Process curl =
        new ProcessBuilder(
                "curl",
                "--silent",
                "--request",
                "POST",
                "--url",
                "http://localhost:" + collector.port() + "/",
                "--header",
                "Content-Type: application/x-www-form-urlencoded",
                "--data",
                "timestamp_ms=" + System.currentTimeMillis(),
                "--data",
                "reconfiguration_ms=" + millis,
                "--data",
                "bitstream_identifier=" + id)
            .start();
    String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return answer;
  }
}
