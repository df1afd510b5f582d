package io.github.edgewatt.steering.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.redis.RedisClients;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.fixtures.RealServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisEventsIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AT = Instant.parse("2026-05-01T10:00:00.005Z");

  @TempDir Path folder;

  @Test
  void eventsArriveInOrderAndThoseOfAnOutageAfterIt() throws InterruptedException {
    try (RealServer redis = up();
        RedisEvents events = RedisEvents.open(settings(redis, Optional.empty()));
        Heard heard = new Heard(settings(redis, Optional.empty()))) {
      for (int i = 0; i < 1000; i++) {
        events.publish(AT, "pressure_req", value(i));
      }
      await("a thousand", () -> heard.lines.size() == 1000);
      for (int i = 0; i < 1000; i++) {
        assertThat(heard.lines.get(i))
            .isEqualTo("1777629600.005000 pressure_req {\"value\":" + i + "}");
      }
      assertThat(events.problems()).isEmpty();

      redis.tell("away");
      await("told", () -> !events.problems().isEmpty());
      events.publish(AT, "api_pressure", value(1));
      assertThat(events.problems().get(0)).startsWith("events: Redis at 127.0.0.1:");
      redis.tell("back");
      await("well again", () -> events.problems().isEmpty());
      await("heard again", () -> heard.connection.isOpen());
      heard.connection.sync().ping();
      events.publish(AT, "api_pressure", value(2));
      await(
          "the event after the outage",
          () -> heard.lines.contains("1777629600.005000 api_pressure {\"value\":2}"));
      assertThat(events.dropped()).isZero();
    }
  }

  @Test
  void aRedisThatIsMissingAtTheStartIsAwaitedAndClosingDoesNotHang() throws InterruptedException {
    try (RealServer redis = up("--password", "open-sesame")) {
      RedisSettings settings = settings(redis, Optional.of("open-sesame"));
      redis.tell("away");
      RedisEvents never = RedisEvents.open(settings);
      never.publish(AT, "x", value(1));
      await("told", () -> !never.problems().isEmpty());
      long began = System.nanoTime();
      never.close();
      assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(20));
      try (RedisEvents events = RedisEvents.open(settings)) {
        await("told", () -> !events.problems().isEmpty());
        redis.tell("back");
        await("well", () -> events.problems().isEmpty());
        try (Heard heard = new Heard(settings)) {
          events.publish(AT, "x", value(2));
          await("heard", () -> heard.lines.size() == 1);
        }
      }
    }
  }

  private static ObjectNode value(int value) {
    return JSON.createObjectNode().put("value", value);
  }

  private RealServer up(String... arguments) {
    RealServer redis = RealServer.up("redis.sh", folder.resolve("redis"), arguments);
    assumeThat(redis.missing()).isEmpty();
    return redis;
  }

  private static RedisSettings settings(RealServer redis, Optional<String> password) {
    return new RedisSettings(redis.get("host"), Integer.parseInt(redis.get("port")), password);
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Hears what is published. */
  private static final class Heard implements AutoCloseable {
    private final RedisClient client;
    private final StatefulRedisPubSubConnection<String, String> connection;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Heard(RedisSettings settings) {
      client = RedisClients.open(settings);
      connection = client.connectPubSub();
      connection.addListener(
          new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
              lines.add(message);
            }
          });
      connection.sync().subscribe(RedisEvents.CHANNEL);
    }

    @Override
    public void close() {
      connection.close();
      RedisClients.close(client);
    }
  }
}
