package io.github.edgewatt.scoring.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.fixtures.RealServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An API server with its controllers, schedulers asked for, and nodes that are objects only. */
final class RealCluster implements AutoCloseable {
  /** The default scheduler's name. */
  static final String DEFAULT = "default-scheduler";

  /** Ours, as the shipped configuration names it. */
  static final String OURS = "edgewatt-scheduler";

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RealServer kube;
  private final Path folder;
  private final KubernetesClient admin;

  private RealCluster(RealServer kube, Path folder, KubernetesClient admin) {
    this.kube = kube;
    this.folder = folder;
    this.admin = admin;
  }

  /** Starts it with the default scheduler, or skips the test. */
  static RealCluster up(Path folder) {
    RealServer kube =
        RealServer.up("kube.sh", folder.resolve("kube"), "--scheduler", "--controller-manager");
    assumeThat(kube.missing()).isEmpty();
    Path config = Path.of(kube.get("KUBECONFIG"));
    return new RealCluster(kube, folder, Clients.client(Optional.of(config)));
  }

  KubernetesClient admin() {
    return admin;
  }

  String kubeconfig() {
    return kube.get("KUBECONFIG");
  }

  /** Starts our scheduler with the shipped configuration and {@code extender} for its extender. */
  void schedule(Launched extender) throws IOException {
    Path shipped =
        Launched.root().resolve("infrastructure/kubernetes/scheduler/scheduler-config.yaml");
    String config;
    try (InputStream in = Files.newInputStream(shipped)) {
      HasMetadata map = admin.load(in).items().get(0);
      config = ((ConfigMap) map).getData().get("config.yaml");
    }
    assertThat(config).contains("schedulerName: " + OURS, "ignorable: true");
    Path own = folder.resolve("scheduler-config.yaml");
    Files.writeString(own, config.replaceAll("urlPrefix: .*", "urlPrefix: " + extender.uri()));
    kube.tell("schedule", OURS, own.toString());
  }

  /** Creates what a file beside this class holds, each {@code ${name}} replaced. */
  void create(String resource, Map<String, String> values) {
    try (InputStream in = RealCluster.class.getResourceAsStream(resource)) {
      createText(new String(in.readAllBytes(), StandardCharsets.UTF_8), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates what a file of the repository holds. */
  void createFile(String file, Map<String, String> replaced) throws IOException {
    String text = Files.readString(Launched.root().resolve(file));
    for (Map.Entry<String, String> one : replaced.entrySet()) {
      assertThat(text).contains(one.getKey());
      text = text.replace(one.getKey(), one.getValue());
    }
    createText(text, Map.of());
  }

  private void createText(String text, Map<String, String> given) {
    Map<String, String> values = new HashMap<>(given);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    values.put("now", now.toString());
    // Nobody measures again: as if the measurement were young for some minutes longer.
    values.put("measured", now.plusSeconds(120).toString());
    String filled = text;
    for (Map.Entry<String, String> one : values.entrySet()) {
      filled = filled.replace("${" + one.getKey() + "}", one.getValue());
    }
    for (HasMetadata object :
        admin.load(new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8))).items()) {
      admin.resource(object).create();
    }
  }

  /** The node that the one pod with this label {@code app} is bound to, once it is. */
  String placed(String app) throws InterruptedException {
    await(app + " placed", () -> pods(app).stream().anyMatch(RealCluster::bound));
    List<Pod> pods = pods(app);
    assertThat(pods).as("pods of %s", app).hasSize(1);
    return pods.get(0).getSpec().getNodeName();
  }

  /** Whether the API server serves that group already. */
  boolean serves(String group) {
    return admin.getApiGroup(group) != null;
  }

  private List<Pod> pods(String app) {
    return admin.pods().inNamespace("default").withLabel("app", app).list().getItems();
  }

  private static boolean bound(Pod pod) {
    return pod.getSpec().getNodeName() != null && !pod.getSpec().getNodeName().isEmpty();
  }

  static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Override
  public void close() {
    admin.close();
    kube.close();
  }
}
