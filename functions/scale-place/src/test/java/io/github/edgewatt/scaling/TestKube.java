package io.github.edgewatt.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.fixtures.RealServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real API server whose nodes and kubelets a test plays. */
public final class TestKube implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  public final RealServer server;
  private KubernetesClient admin;

  private TestKube(RealServer server) {
    this.server = server;
  }

  /** Starts one, if it can be had here. */
  public static TestKube up(Path folder, String... arguments) {
    return new TestKube(RealServer.up("kube.sh", folder, arguments));
  }

  public String kubeconfig() {
    return server.get("KUBECONFIG");
  }

  public synchronized KubernetesClient admin() {
    if (admin == null) {
      admin = Clients.client(Optional.of(Path.of(kubeconfig())));
    }
    return admin;
  }

  /** A worker node of a zone with 4 cores. */
  public void node(String name, String zone) {
    Node node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(
                Map.of("ether.edgerun.io/zone", zone, "node-role.kubernetes.io/worker", "true"))
            .endMetadata()
            .build();
    admin().resource(node).create();
    Map<String, Quantity> room =
        Map.of(
            "cpu", new Quantity("4"), "memory", new Quantity("8Gi"), "pods", new Quantity("110"));
    admin()
        .nodes()
        .withName(name)
        .editStatus(
            there ->
                new NodeBuilder(there)
                    .editOrNewStatus()
                    .withCapacity(room)
                    .withAllocatable(room)
                    .addNewCondition()
                    .withType("Ready")
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  /** A running pod. */
  public Pod pod(String name, String node, String zone, String ip, Map<String, String> labels) {
    Map<String, String> all = new HashMap<>(labels);
    all.put("ether.edgerun.io/zone", zone);
    admin()
        .resource(
            new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withLabels(all)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .withTerminationGracePeriodSeconds(1L)
                .addNewContainer()
                .withName("main")
                .withImage("docker/resnet:1.0")
                .addNewPort()
                .withContainerPort(8080)
                .endPort()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("100m"), "memory", new Quantity("64Mi")))
                .endResources()
                .endContainer()
                .endSpec()
                .build())
        .create();
    return run(name, ip);
  }

  /** Binds a pod, as a scheduler does. */
  public void bind(String pod, String node) {
    admin()
        .resource(
            new io.fabric8.kubernetes.api.model.BindingBuilder()
                .withNewMetadata()
                .withName(pod)
                .withNamespace("default")
                .endMetadata()
                .withNewTarget()
                .withKind("Node")
                .withApiVersion("v1")
                .withName(node)
                .endTarget()
                .build())
        .create();
  }

  /** Says that a pod runs, as a kubelet does. */
  public Pod run(String pod, String ip) {
    return admin()
        .pods()
        .inNamespace("default")
        .withName(pod)
        .editStatus(
            there ->
                new PodBuilder(there)
                    .editOrNewStatus()
                    .withPhase("Running")
                    .withPodIP(ip)
                    .withPodIPs(List.of(new io.fabric8.kubernetes.api.model.PodIP(ip)))
                    .addNewCondition()
                    .withType("Ready")
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  /** Removes everything a test made. */
  public void clear() {
    admin().apps().deployments().inNamespace("default").withGracePeriod(0).delete();
    admin().apps().replicaSets().inNamespace("default").withGracePeriod(0).delete();
    admin().pods().inNamespace("default").withGracePeriod(0).delete();
    admin().leases().inNamespace("default").delete();
    admin().nodes().delete();
  }

  public List<Pod> pods() {
    return admin().pods().inNamespace("default").list().getItems();
  }

  /** Waits for something to become true. */
  public static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
    server.close();
  }
}
