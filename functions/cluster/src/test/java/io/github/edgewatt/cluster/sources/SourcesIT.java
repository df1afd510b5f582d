package io.github.edgewatt.cluster.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.redis.RedisClients;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.fixtures.RealServer;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real API server tells of nodes and pods, a real Redis of their use, also after outages. */
class SourcesIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RecordingSink sink = new RecordingSink();
  @TempDir Path folder;

  @Test
  void kubernetesSaysWhatThereIsAndRedisWhatItUses() throws InterruptedException {
    try (RealServer kube = RealServer.up("kube.sh", folder.resolve("kube"));
        RealServer redis = RealServer.up("redis.sh", folder.resolve("redis"))) {
      assumeThat(kube.missing()).isEmpty();
      assumeThat(redis.missing()).isEmpty();
      Path kubeconfig = Path.of(kube.get("KUBECONFIG"));
      try (KubernetesClient admin = Clients.client(Optional.of(kubeconfig));
          Sources sources = start(kube, redis)) {
        await("all read", () -> sources.missing().isEmpty());
        create(admin);
        runs(admin, "res-net-deployment-1", "10.0.1.7");
        await(
            "a pod that can be reached",
            () -> sink.pods.values().stream().anyMatch(FunctionPod::reachable));
        assertThat(sink.nodes.get("n1").allocatable())
            .isEqualTo(new Resources(3.9, 7.0 * (1 << 30), 20));
        assertThat(sink.nodes.get("n1").type()).isEqualTo("PI4");
        assertThat(sink.nodes.get("n1").worker()).isTrue();
        FunctionPod pod = pod();
        assertThat(pod.function()).isEqualTo("res_net");
        assertThat(pod.zone()).isEqualTo("zone-a");
        assertThat(pod.address() + ":" + pod.port()).isEqualTo("10.0.1.7:8080");
        assertThat(pod.requests()).isEqualTo(new Resources(0.1, 64 << 20, 1));
        await("its container", () -> pod.uid().equals(sink.containers.get("c-1")));
        assertThat(sink.gateways).isEmpty();
        runs(admin, "gateway-1", "10.0.1.4");
        await("the gateway", () -> !sink.gateways.isEmpty());
        assertThat(sink.gateways.values())
            .containsExactly(new Gateway("zone-a", "gateway-1", "n1", "10.0.1.4:8080"));

        publish(redis, "telem/n1/kubernetes_cgrp_cpu/c-1", Instant.now().getEpochSecond() + " 5");
        await("CPU time", () -> !sink.samples("cpuTime").isEmpty());
        publish(redis, "galileo/events", "1 pod/delete {\"podUid\":\"" + pod.uid() + "\"}");
        publish(redis, "telem/n1/cpu", Instant.now().getEpochSecond() + " 5");
        await("node's CPU", () -> !sink.samples("nodeCpu").isEmpty());
        assertThat(sink.pods).containsKey(pod.uid());

        kube.tell("away");
        await("told", () -> !sources.problems().isEmpty());
        kube.tell("back");
        admin.pods().inNamespace("default").withName(pod.name()).withGracePeriod(5).delete();
        await("ending or gone", () -> pod() == null || pod().phase() == Phase.ENDING);
        admin.pods().inNamespace("default").withName(pod.name()).withGracePeriod(0).delete();
        await("gone", () -> sink.pods.isEmpty());
        admin.nodes().withName("n1").delete();
        await("no node", () -> sink.nodes.isEmpty());
        await("well again", () -> sources.problems().isEmpty());
      }
    }
  }

  private FunctionPod pod() {
    return sink.pods.values().stream().findFirst().orElse(null);
  }

  private Sources start(RealServer kube, RealServer redis) {
    return Sources.start(
        new Environment(
            Map.of(
                "edgewatt_cluster_sources", "kubernetes,redis",
                "edgewatt_cluster_kubeconfig", kube.get("KUBECONFIG"),
                "schedule_scale_opt_k8s_config", "local",
                "galileo_context_redis_host", redis.get("host"),
                "galileo_context_redis_port", redis.get("port"))),
        sink,
        Clock.systemUTC());
  }

  private static void create(KubernetesClient admin) {
    admin
        .load(SourcesIT.class.getResourceAsStream("cluster.yaml"))
        .items()
        .forEach(object -> admin.resource(object).create());
  }

  /** What a kubelet writes of a pod that runs. */
  private static void runs(KubernetesClient admin, String name, String address) {
    admin
        .pods()
        .inNamespace("default")
        .withName(name)
        .editStatus(
            pod -> {
              pod.setStatus(
                  new PodStatusBuilder()
                      .withPhase("Running")
                      .withPodIP(address)
                      .withContainerStatuses(
                          new ContainerStatusBuilder()
                              .withName(pod.getSpec().getContainers().get(0).getName())
                              .withContainerID("containerd://c-1")
                              .withImage("img")
                              .withImageID("img")
                              .withReady(true)
                              .withRestartCount(0)
                              .build())
                      .build());
              return pod;
            });
  }

  private static void publish(RealServer redis, String channel, String payload) {
    RedisClient client =
        RedisClients.open(
            new RedisSettings(
                redis.get("host"), Integer.parseInt(redis.get("port")), Optional.empty()));
    try {
      client.connect().sync().publish(channel, payload);
    } finally {
      RedisClients.close(client);
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
