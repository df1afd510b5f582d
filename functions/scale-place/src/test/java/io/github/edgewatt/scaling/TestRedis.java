package io.github.edgewatt.scaling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RealServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A real Redis, with clients that ask functions and a subscriber that hears events. */
final class TestRedis implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final RealServer server;

  /** What was heard on {@code galileo/events}. */
  final List<String> events = new CopyOnWriteArrayList<>();

  private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(1);
  private RedisClient client;
  private StatefulRedisConnection<String, String> publisher;
  private volatile String asked = "";
  private volatile String origin = "";
  private long requests;

  private TestRedis(RealServer server) {
    this.server = server;
  }

  static TestRedis up(Path folder) {
    TestRedis redis = new TestRedis(RealServer.up("redis.sh", folder));
    if (redis.server.missing().isEmpty()) {
      try {
        redis.connect();
      } catch (RuntimeException | LinkageError e) {
        redis.close();
        throw e;
      }
    }
    return redis;
  }

  private void connect() {
    client =
        RedisClient.create(
            RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(Integer.parseInt(port()))
                .withTimeout(Duration.ofSeconds(5))
                .build());
    StatefulRedisPubSubConnection<String, String> subscriber = client.connectPubSub();
    subscriber.addListener(
        new RedisPubSubAdapter<String, String>() {
          @Override
          public void message(String channel, String message) {
            events.add(message);
          }
        });
    subscriber.sync().subscribe("galileo/events");
    publisher = client.connect();
    var unused = clients.scheduleAtFixedRate(this::ask, 0, 100, TimeUnit.MILLISECONDS);
  }

  String port() {
    return server.get("port");
  }

  /** From now on clients of a zone ask the function {@code resnet} of the pod at an address. */
  void traffic(String zone, String podAddress) {
    origin = zone;
    asked = podAddress;
  }

  private void ask() {
    if (asked.isEmpty()) {
      return;
    }
    try {
      double now = Instant.now().toEpochMilli() / 1000.0;
      String headers =
          String.format(
              Locale.ROOT,
              "{\"X-Start\": \"%.6f\"| \"X-End\": \"%.6f\"| \"X-Final-Host\": \"10.0.0.1:8080|"
                  + " %s:8080\"}",
              now - 0.02,
              now - 0.01,
              asked);
      send(
          "galileo/results/traces",
          String.format(
              Locale.ROOT,
              "r%d,galileo-worker-%s-abcde-c1,resnet,%.7f,%.7f,%.7f,200,gw,exp,%s,ok",
              requests++,
              origin,
              now - 0.1,
              now - 0.1,
              now,
              headers));
      send("telem/a-1/cpu", String.format(Locale.ROOT, "%.6f 30.0", now));
    } catch (RuntimeException e) {
      // Away: what clients do then is lost, as it is in earnest.
    }
  }

  private void send(String channel, String message) {
    var unused = publisher.async().publish(channel, message);
  }

  /** The values of the events of a name. */
  List<JsonNode> values(String name) {
    return events.stream()
        .filter(event -> event.split(" ", 3)[1].equals(name))
        .map(event -> json(event.split(" ", 3)[2]))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  @Override
  public void close() {
    clients.shutdownNow();
    if (client != null) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
    server.close();
  }
}
