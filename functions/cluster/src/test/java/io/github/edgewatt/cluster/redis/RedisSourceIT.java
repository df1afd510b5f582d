package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.fixtures.RealServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Redis, to which the test publishes as telemd, its adapter and galileo do. */
class RedisSourceIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final RecordingSink sink = new RecordingSink();
  @TempDir Path folder;

  @Test
  void whatIsPublishedIsToldAlsoAfterAnOutage() throws InterruptedException {
    try (RealServer redis = up();
        RedisSource source = start(redis, Optional.empty())) {
      await("read", () -> source.missing().isEmpty());
      describe(redis);
      await("nodes", () -> sink.nodes.size() == 2);
      publishAll(redis);
      await("samples", () -> !sink.samples("nodeCpu").isEmpty());
      await("CPU time", () -> !sink.samples("cpuTime").isEmpty());
      await("pod", () -> sink.pods.containsKey("u1"));
      assertThat(sink.pods.get("u1").zone()).isEqualTo("zone-a");
      assertThat(sink.pods.get("u1").phase()).isEqualTo(Phase.RUNNING);
      await("gateway", () -> sink.gateways.containsKey("g1"));
      await("trace", () -> sink.traces.size() == 1);
      assertThat(source.problems()).isEmpty();

      redis.tell("away");
      await("told that it is away", () -> !source.problems().isEmpty());
      assertThat(source.problems().get(0)).startsWith("Redis at 127.0.0.1:");
      assertThat(sink.nodes).hasSize(2);
      redis.tell("back");
      long back = System.nanoTime();
      await("well again", () -> source.problems().isEmpty());
      publish(redis, "telem/n1/cpu", Instant.now().getEpochSecond() + ".000000001 77");
      await(
          "a sample after the outage",
          () -> sink.samples("nodeCpu").stream().anyMatch(one -> one.value() == 0.77));
      // Within 10 s, on an idle machine within 3.
      assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(20));
      // The restarted Redis is empty: nodes that were heard of lately stay.
      assertThat(sink.nodes).containsKey("n1");
      describe(redis);
      publishAll(redis);
      await("another trace", () -> sink.traces.size() == 2);
    }
  }

  @Test
  void malformedMessagesAreCountedAndEndNothing() throws InterruptedException {
    try (RealServer redis = up();
        RedisSource source = start(redis, Optional.empty())) {
      await("read", () -> source.missing().isEmpty());
      publish(redis, "telem/n1/cpu", "garbage");
      publish(redis, "telem/n1", "1 1");
      publish(redis, "galileo/events", "?");
      publish(redis, "galileo/results/traces", "a,b");
      publish(redis, "telem/n1/cpu", "x".repeat(2 << 20));
      publish(redis, "telem/n1/cpu", "1663142400.000000001 50");
      await("the sample after all", () -> sink.samples("nodeCpu").size() == 1);
      assertThat(source.counts()).isEqualTo(new RedisSource.Counts(1, 4, 1));
      assertThat(source.problems()).hasSize(2);
    }
  }

  @Test
  void aRedisThatIsMissingAtTheStartIsAwaited() throws InterruptedException {
    try (RealServer redis = up()) {
      redis.tell("away");
      try (RedisSource source = start(redis, Optional.empty())) {
        await("told", () -> !source.problems().isEmpty());
        assertThat(source.missing()).isPresent();
        redis.tell("back");
        await("read", () -> source.missing().isEmpty());
        publishAll(redis);
        await("trace", () -> !sink.traces.isEmpty());
        assertThat(source.problems()).isEmpty();
      }
    }
  }

  @Test
  void aPasswordIsGivenAndAWrongOneIsToldButNotShown() throws InterruptedException {
    try (RealServer redis = up("--password", "open-sesame")) {
      try (RedisSource source = start(redis, Optional.of("wrong-secret"))) {
        await("told", () -> !source.problems().isEmpty());
        assertThat(source.problems().get(0)).contains("WRONGPASS").doesNotContain("wrong-secret");
        assertThat(source.missing()).isPresent();
      }
      try (RedisSource source = start(redis, Optional.of("open-sesame"))) {
        await("read", () -> source.missing().isEmpty());
        publish(redis, "telem/n1/cpu", "1663142400.000000001 50");
        await("sample", () -> !sink.samples("nodeCpu").isEmpty());
        redis.tell("away");
        await("away", () -> !source.problems().isEmpty());
        redis.tell("back");
        await("well again", () -> source.problems().isEmpty());
      }
    }
  }

  @Test
  void telemetryAloneIsToldWhereKubernetesTellsOfPods() throws InterruptedException {
    try (RealServer redis = up();
        RedisSource source =
            RedisSource.start(
                settings(redis, Optional.empty()),
                sink,
                Optional.empty(),
                SOON,
                Clock.systemUTC())) {
      await("read", () -> source.missing().isEmpty());
      describe(redis);
      publishAll(redis);
      await("trace", () -> !sink.traces.isEmpty());
      await("sample", () -> !sink.samples("nodeCpu").isEmpty());
      assertThat(sink.nodes).isEmpty();
      assertThat(sink.pods).isEmpty();
    }
  }

  private RealServer up(String... arguments) {
    RealServer redis = RealServer.up("redis.sh", folder.resolve("redis"), arguments);
    assumeThat(redis.missing()).isEmpty();
    return redis;
  }

  private RedisSource start(RealServer redis, Optional<String> password) {
    return RedisSource.start(
        settings(redis, password), sink, Optional.of(new Directory(sink)), SOON, Clock.systemUTC());
  }

  private static RedisSettings settings(RealServer redis, Optional<String> password) {
    return new RedisSettings(redis.get("host"), Integer.parseInt(redis.get("port")), password);
  }

  private static void describe(RealServer redis) {
    with(
        redis,
        commands -> {
          for (String node : List.of("n1", "n2")) {
            commands.hset(
                "telemd.info:" + node,
                Map.of(
                    "cpus", "4",
                    "ram", "4000000",
                    "labels", "{\"ether.edgerun.io/zone\":\"zone-a\"}",
                    "allocatable", "{\"cpu\":\"4\",\"memory\":\"3Gi\",\"pods\":\"110\"}"));
          }
          commands.set("telemd.info:of-another-kind", "x");
        });
  }

  private static void publishAll(RealServer redis) {
    String now = Instant.now().getEpochSecond() + "";
    publish(redis, "telem/n1/cpu", now + ".5000000 12.500000");
    publish(redis, "telem/n1/kubernetes_cgrp_cpu/c-u1", now + ".123456789 5000000.000000");
    String fn = PodEventTest.json("u1", "res-net-deployment-1", "fn", "10.0.1.7", "Running");
    publish(redis, "galileo/events", now + " pod/running " + fn);
    String gateway = PodEventTest.json("g1", "gw-1", "api-gateway", "10.0.1.4", "Running");
    publish(redis, "galileo/events", now + " pod/running " + gateway);
    publish(
        redis,
        "galileo/results/traces",
        TraceLineTest.line("100.0000000", "101.0000000", "200", TraceLineTest.HEADERS));
  }

  private static void publish(RealServer redis, String channel, String payload) {
    with(redis, commands -> commands.publish(channel, payload));
  }

  private interface Work {
    void with(RedisCommands<String, String> commands);
  }

  private static void with(RealServer redis, Work work) {
    RedisURI uri =
        RedisURI.Builder.redis(redis.get("host"), Integer.parseInt(redis.get("port")))
            .withPassword("open-sesame".toCharArray())
            .build();
    RedisURI open = RedisURI.create(redis.get("host"), Integer.parseInt(redis.get("port")));
    RedisClient client = RedisClient.create();
    try (StatefulRedisConnection<String, String> connection = connect(client, uri, open)) {
      work.with(connection.sync());
    } finally {
      client.shutdown(0, 5, TimeUnit.SECONDS);
      var unused = client.getResources().shutdown(0, 5, TimeUnit.SECONDS);
    }
  }

  private static StatefulRedisConnection<String, String> connect(
      RedisClient client, RedisURI uri, RedisURI open) {
    try {
      return client.connect(uri);
    } catch (RuntimeException e) {
      // This one has no password.
      return client.connect(open);
    }
  }

  static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
