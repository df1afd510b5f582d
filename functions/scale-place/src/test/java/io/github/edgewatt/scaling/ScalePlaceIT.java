package io.github.edgewatt.scaling;

import static io.github.edgewatt.scaling.TestKube.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.github.edgewatt.fixtures.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program against a real API server and a real Redis: clients of zone-b ask a function
 * that runs in zone-a alone.
 */
@Timeout(300)
class ScalePlaceIT {
  private static final Map<String, String> RESNET =
      Map.of("ether.edgerun.io/function", "resnet", "type", "fn");

  @TempDir static Path folder;
  private static TestKube kube;
  private static TestRedis redis;

  @BeforeAll
  static void up() throws IOException {
    kube = TestKube.up(folder.resolve("kube"));
    assumeThat(kube.server.missing()).isEmpty();
    redis = TestRedis.up(folder.resolve("redis"));
    assumeThat(redis.server.missing()).isEmpty();
    Files.writeString(folder.resolve("latencies.json"), "{\"a-1\": {\"b-1\": 20}}");
  }

  @AfterAll
  static void down() {
    if (redis != null) {
      redis.close();
    }
    if (kube != null) {
      kube.close();
    }
  }

  @BeforeEach
  void cluster() {
    redis.events.clear();
    kube.node("a-1", "zone-a");
    kube.node("b-1", "zone-b");
    kube.pod("gateway-a", "a-1", "zone-a", "10.0.0.1", Map.of("type", "api-gateway"));
    kube.pod("gateway-b", "b-1", "zone-b", "10.0.0.2", Map.of("type", "api-gateway"));
    kube.pod("resnet-deployment-00000", "a-1", "zone-a", "10.0.1.1", RESNET);
    redis.traffic("zone-b", "10.0.1.1");
  }

  @AfterEach
  void clear() {
    redis.traffic("", "");
    kube.clear();
  }

  @Test
  void aReplicaAppearsWhereRequestsComeFromAndVanishesWhereNoneAreServed() throws Exception {
    Path record = folder.resolve("rounds");
    try (RunningProgram scaling =
        RunningProgram.start(
            "/healthz",
            settings(
                "schedule_scale_opt_record",
                record.toString(),
                "schedule_scale_opt_record_files",
                "3"),
            "serve")) {
      Pod made = awaitReplica();
      String name = made.getMetadata().getName();
      assertThat(name).matches("resnet-deployment-[0-9a-f]{5}");
      assertThat(made.getSpec().getNodeSelector())
          .containsOnly(
              Map.entry("node-role.kubernetes.io/worker", "true"),
              Map.entry("ether.edgerun.io/zone", "zone-b"));
      assertThat(made.getMetadata().getLabels())
          .containsAllEntriesOf(RESNET)
          .containsEntry("ether.edgerun.io/zone", "zone-b");
      await("its event", () -> !redis.values("scale_schedule").isEmpty());
      JsonNode event = redis.values("scale_schedule").get(0);
      assertThat(event.fieldNames())
          .toIterable()
          .startsWith(
              "fn",
              "gateway",
              "value",
              "threshold",
              "origin_zone",
              "dest_zone",
              "pod_creation_request");
      assertThat(event.get("fn").asText()).isEqualTo("resnet");
      assertThat(event.get("gateway").asText()).isEqualTo("a-1");
      assertThat(event.get("origin_zone").asText()).isEqualTo("zone-a");
      assertThat(event.get("dest_zone").asText()).isEqualTo("zone-b");
      assertThat(event.at("/pod_creation_request/pod_name").asText()).isEqualTo(name);
      assertThat(event.at("/pod_creation_request/image").asText()).isEqualTo("docker/resnet:1.0");
      assertThat(event.get("delete").asBoolean()).isFalse();
      assertThat(redis.values("api_pressure").get(0).fieldNames())
          .toIterable()
          .startsWith("node", "zone", "value");
      assertThat(redis.values("pressure_req")).isNotEmpty();

      kube.bind(name, "b-1");
      kube.run(name, "10.0.2.1");
      redis.traffic("zone-b", "10.0.2.1");
      await("the end of the other", () -> ending("resnet-deployment-00000"));
      await(
          "the event of it",
          () ->
              redis.values("scale_schedule").stream()
                  .anyMatch(one -> one.get("delete").asBoolean()));
      assertThat(ending(name)).isFalse();

      await("told", () -> scaling.state().at("/rounds/removed").asInt() == 1);
      JsonNode state = scaling.state();
      assertThat(state.get("policy").asText()).isEqualTo("pressure");
      assertThat(state.get("leading").asBoolean()).isTrue();
      assertThat(state.at("/rounds/created").asInt()).isEqualTo(1);
      assertThat(state.at("/rounds/removed").asInt()).isEqualTo(1);
      assertThat(scaling.get("/state/snapshot").body()).contains("resnet-deployment-");
      assertThat(scaling.get("/metrics").body()).contains("edgewatt_scaling_created_total 1.0");
      assertThat(scaling.get("/_/ready").statusCode()).isEqualTo(200);

      String snapshot = scaling.get("/state/snapshot").body();
      assertThat(scaling.post("/scalePlace", snapshot).body())
          .startsWith("{\"policy\":\"pressure\"");
      assertThat(scaling.terminate()).isEqualTo(143);
    }
    replays(record);
  }

  /** Only of a process that ended: one that runs makes and deletes files meanwhile. */
  private static void replays(Path record) throws Exception {
    List<Path> rounds;
    try (Stream<Path> files = Files.list(record)) {
      rounds =
          files
              .filter(one -> one.getFileName().toString().matches("round-\\d+\\.json\\.gz"))
              .sorted()
              .toList();
    }
    assertThat(rounds).hasSizeBetween(1, 3);
    try (RunningProgram once =
        RunningProgram.launch(settings(), "once", rounds.get(0).toString())) {
      assertThat(once.exitCode()).isZero();
      assertThat(String.join("", once.said())).contains("\"policy\" : \"pressure\"");
    }
  }

  @Test
  void bothServersMayBeAwayAtTheStartAndLater() throws Exception {
    kube.server.tell("away");
    redis.server.tell("away");
    try (RunningProgram scaling = RunningProgram.start("/healthz", settings(), "serve")) {
      await("told that something is missing", () -> !scaling.state().get("waiting").isNull());
      assertThat(scaling.get("/_/ready").statusCode()).isEqualTo(503);
      redis.server.tell("back");
      kube.server.tell("back");
      Pod made = awaitReplica();
      kube.bind(made.getMetadata().getName(), "b-1");
      awaitSeen(scaling);

      redis.server.tell("away");
      await(
          "told that Redis is away",
          () -> scaling.state().path("waiting").asText().contains("Redis"));
      assertThat(kube.pods()).hasSize(4);
      kube.admin()
          .pods()
          .inNamespace("default")
          .withName(made.getMetadata().getName())
          .withGracePeriod(0)
          .delete();
      redis.server.tell("back");
      Pod second = awaitReplica();
      assertThat(second.getMetadata().getName()).isNotEqualTo(made.getMetadata().getName());
      awaitSeen(scaling);

      kube.server.tell("away");
      await("told that it does not lead", () -> !scaling.state().path("leading").asBoolean(true));
      kube.server.tell("back");
      kube.admin()
          .pods()
          .inNamespace("default")
          .withName(second.getMetadata().getName())
          .withGracePeriod(0)
          .delete();
      Pod third = awaitReplica();
      assertThat(third.getMetadata().getName()).isNotEqualTo(second.getMetadata().getName());
    }
  }

  @Test
  void aDryRunPublishesAndMakesNothing() throws Exception {
    try (RunningProgram scaling =
        RunningProgram.start("/healthz", settings("schedule_scale_opt_dry_run", "TRUE"), "serve")) {
      await("decisions", () -> redis.values("scale_schedule").size() >= 2);
      assertThat(redis.values("scale_schedule").get(0).get("dry_run").asBoolean()).isTrue();
      assertThat(kube.pods()).hasSize(3);
      assertThat(scaling.state().get("dryRun").asBoolean()).isTrue();
    }
  }

  @Test
  void ofTwoOneLeadsAndTheOtherTakesOver() throws Exception {
    Map<String, String> settings = settings("schedule_scale_opt_lease_seconds", "15");
    try (RunningProgram one = RunningProgram.start("/healthz", settings, "serve")) {
      await("the first leads", () -> one.state().path("leading").asBoolean());
      try (RunningProgram two = RunningProgram.start("/healthz", settings, "serve")) {
        Pod made = awaitReplica();
        assertThat(two.state().get("leading").asBoolean()).isFalse();
        assertThat(two.state().at("/rounds/done").asInt()).isZero();
        assertThat(two.state().get("leader")).isEqualTo(one.state().get("leader"));
        one.kill();
        await("the second leads", () -> two.state().path("leading").asBoolean());
        kube.admin()
            .pods()
            .inNamespace("default")
            .withName(made.getMetadata().getName())
            .withGracePeriod(0)
            .delete();
        awaitReplica();
        await("told", () -> two.state().at("/rounds/created").asInt() == 1);
      }
    }
  }

  private static Pod awaitReplica() throws InterruptedException {
    await("a replica in zone-b", () -> replica().isPresent());
    return replica().orElseThrow();
  }

  /** A pod that is gone before any round has seen it is believed in for a minute. */
  private static void awaitSeen(RunningProgram scaling) throws InterruptedException {
    int done = scaling.state().at("/rounds/done").asInt();
    await("the round after this", () -> scaling.state().at("/rounds/done").asInt() > done + 1);
  }

  private static Optional<Pod> replica() {
    return kube.pods().stream()
        .filter(pod -> pod.getMetadata().getLabels().containsKey("ether.edgerun.io/function"))
        .filter(pod -> pod.getMetadata().getLabels().get("ether.edgerun.io/zone").equals("zone-b"))
        .findFirst();
  }

  private static boolean ending(String pod) {
    return kube.pods().stream()
        .filter(one -> one.getMetadata().getName().equals(pod))
        .allMatch(one -> one.getMetadata().getDeletionTimestamp() != null);
  }

  private static Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KUBECONFIG", kube.kubeconfig());
    settings.put("galileo_context_redis_host", "127.0.0.1");
    settings.put("galileo_context_redis_port", redis.port());
    settings.put("galileo_context_latency_graph_json", folder.resolve("latencies.json").toString());
    settings.put("schedule_scale_opt_pressures", "request");
    settings.put("schedule_scale_opt_reconcile_interval", "1");
    settings.put("schedule_scale_opt_lookback", "5");
    settings.put("schedule_scale_opt_max_replicas_busy", "2");
    settings.put("schedule_scale_opt_cooldown_up", "1");
    settings.put("schedule_scale_opt_cooldown_down", "1");
    settings.put("schedule_scale_opt_steady", "2");
    settings.put("schedule_scale_opt_async_pod_creation", "True");
    settings.put("schedule_scale_opt_lease_seconds", "3");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }
}
