package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.fixtures.RealServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real API server: what comes and goes, and what happens while it is away. */
class KubernetesViewIT {
  private static final Path METRICS_API =
      Path.of("..", "..", "test-fixtures", "servers", "metrics-api.yaml");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir static Path folder;
  private static RealServer kube;
  private static KubernetesClient admin;

  @BeforeAll
  static void up() {
    kube = RealServer.up("kube.sh", folder.resolve("kube"));
    assumeThat(kube.missing()).isEmpty();
    admin = Clients.client(Optional.of(Path.of(kube.get("KUBECONFIG"))));
  }

  @AfterAll
  static void down() {
    if (admin != null) {
      admin.close();
    }
    if (kube != null) {
      kube.close();
    }
  }

  @Test
  void nodesPodsAndSetsComeChangeAndGo() throws InterruptedException {
    ClusterState state = new ClusterState();
    try (KubernetesClient client = client();
        KubernetesView view = KubernetesView.start(client, state)) {
      await("synced", view::synced);
      create("node.yaml");
      create("workload.yaml");
      await("node", () -> state.node("real-1").isPresent());
      await("pod", () -> !state.node("real-1").orElseThrow().pods().isEmpty());
      Pod pod = state.node("real-1").orElseThrow().pods().get(0);
      assertThat(pod.cpu()).isEqualTo(new CpuDemand(2.25, 2.5));
      assertThat(pod.firstContainer()).isEqualTo(new CpuDemand(0.25, 0.5));
      Owner owner = pod.owner().orElseThrow();
      await("set", () -> state.replicas(owner.uid()).isPresent());
      await(
          "the deployment's annotation",
          () ->
              state
                  .replicas(owner.uid())
                  .orElseThrow()
                  .annotations()
                  .containsKey("edgewatt.io/podspread-rate"));
      assertThat(state.placed(owner.uid())).containsExactly(pod);

      admin
          .nodes()
          .withName("real-1")
          .edit(
              node -> {
                node.getMetadata().getAnnotations().put("k", "v");
                return node;
              });
      await(
          "annotation",
          () -> state.node("real-1").orElseThrow().node().annotations().containsKey("k"));
      admin.pods().inNamespace("default").withName(pod.name()).withGracePeriod(0).delete();
      await("no pod", () -> state.node("real-1").orElseThrow().pods().isEmpty());
      assertThat(state.placed(owner.uid())).isEmpty();
      admin.nodes().withName("real-1").delete();
      await("no node", () -> state.node("real-1").isEmpty());
    }
  }

  @Test
  void anApiServerThatIsAwayIsAwaitedAndWhatChangedMeanwhileIsNotMissed()
      throws InterruptedException {
    create("outage.yaml");
    kube.tell("away");
    ClusterState state = new ClusterState();
    try (KubernetesClient client = client();
        KubernetesView view = KubernetesView.start(client, state)) {
      assertThat(view.synced()).isFalse();
      assertThat(state.nodes()).isEmpty();
      kube.tell("back");
      await("synced", view::synced);
      await("node", () -> state.node("out-1").isPresent());

      kube.tell("away");
      await("told that it is away", () -> !view.watching());
      assertThat(view.synced()).isTrue();
      assertThat(state.node("out-1")).isPresent();
      kube.tell("back");
      admin.nodes().withName("out-1").delete();
      await("no node", () -> state.node("out-1").isEmpty());
      assertThat(state.node("out-2")).isPresent();
    } finally {
      admin.nodes().withName("out-2").delete();
    }
  }

  @Test
  void useComesFromTheMetricsApi() throws IOException, InterruptedException {
    ClusterState state = new ClusterState();
    Duration soon = Duration.ofMillis(200);
    try (KubernetesClient client = client();
        KubernetesView view = KubernetesView.start(client, state);
        MetricsPoller poller =
            MetricsPoller.start(client, state, () -> true, soon, Duration.ofSeconds(5))) {
      await("synced", view::synced);
      await(
          "a failure that is told",
          () -> poller.failure().filter(why -> !why.equals("not asked yet")).isPresent());
      try (InputStream in = Files.newInputStream(METRICS_API)) {
        admin.load(in).items().forEach(kind -> admin.resource(kind).create());
      }
      create("measured.yaml");
      await("node", () -> state.node("measured-1").isPresent());
      await("answers of the API", () -> poller.failure().isEmpty());
      create("measurements.yaml");
      await("use", () -> state.node("measured-1").orElseThrow().usage().isPresent());
      assertThat(state.node("measured-1").orElseThrow().usage())
          .contains(new Usage(1.5, 2048.0 * 1024, Instant.parse("2026-05-01T10:00:00Z")));
      await("pod use", () -> state.podUsage("default", "measured").isPresent());
      assertThat(state.podUsage("default", "measured").orElseThrow().cores()).isEqualTo(0.5);
      assertThat(poller.failure()).isEmpty();
    }
  }

  private static KubernetesClient client() {
    return Clients.client(Optional.of(Path.of(kube.get("KUBECONFIG"))));
  }

  /** Applies a file's objects in order; each pod or set of pods belongs to the object before. */
  private static void create(String resource) {
    HasMetadata before = null;
    for (HasMetadata object :
        admin.load(KubernetesViewIT.class.getResourceAsStream(resource)).items()) {
      if (before != null && "apps/v1".equals(before.getApiVersion())) {
        object
            .getMetadata()
            .setOwnerReferences(
                List.of(
                    new OwnerReferenceBuilder()
                        .withApiVersion(before.getApiVersion())
                        .withKind(before.getKind())
                        .withName(before.getMetadata().getName())
                        .withUid(before.getMetadata().getUid())
                        .withController(true)
                        .build()));
      }
      before = admin.resource(object).create();
    }
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
