package io.github.edgewatt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RealServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real etcd and a real Redis, to which telemd, its adapter and galileo publish. */
final class Testbed implements AutoCloseable {
  private static final String ZONE = "ether.edgerun.io/zone";

  final RealServer etcd;
  final RealServer redis;

  Testbed(Path folder) {
    etcd = RealServer.up("etcd.sh", folder.resolve("etcd"));
    redis = RealServer.up("redis.sh", folder.resolve("redis"));
    assumeTrue(etcd.missing().isEmpty(), () -> etcd.missing().orElse(""));
    assumeTrue(redis.missing().isEmpty(), () -> redis.missing().orElse(""));
  }

  /** What a process needs to know of both, and rounds every second. */
  Map<String, String> variables(String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("osmotic_lb_opt_etcd_host", "127.0.0.1");
    variables.put("osmotic_lb_opt_etcd_port", etcd.get("port"));
    variables.put("osmotic_lb_opt_etcd_cluster_id", etcd.get("cluster_id"));
    variables.put("osmotic_lb_opt_reconcile_interval", "1");
    variables.put("osmotic_lb_opt_lookback", "15");
    variables.put("galileo_context_redis_host", "127.0.0.1");
    variables.put("galileo_context_redis_port", redis.get("port"));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  /** Two nodes, each a zone. */
  void describeNodes() {
    commands(
        redisCommands -> {
          for (String zone : List.of("a", "b")) {
            redisCommands.hset(
                "telemd.info:n-" + zone,
                Map.of(
                    "cpus",
                    "4",
                    "ram",
                    "4000000",
                    "labels",
                    "{\""
                        + ZONE
                        + "\":\"zone-"
                        + zone
                        + "\",\"node-role.kubernetes.io/worker\":\"true\"}",
                    "allocatable",
                    "{\"cpu\":\"4\",\"memory\":\"3Gi\",\"pods\":\"110\"}"));
          }
        });
  }

  /** Both zones' gateways. */
  void gateways() {
    pod("running", "gw-a", "", "api-gateway", "a", "10.0.1.1");
    pod("running", "gw-b", "", "api-gateway", "b", "10.0.2.1");
  }

  /**
   * An event of a pod.
   *
   * @param kind {@code running}, {@code delete}, …
   */
  void pod(String kind, String uid, String function, String type, String zone, String ip) {
    String status = kind.equals("running") ? "Running" : "Failed";
    String json =
        """
        {"podUid":"%1$s","containers":{"fn":{"id":"containerd://c-%1$s","name":"fn",\
        "image":"img:1","port":8080,"resource_requests":{"cpu":"\\"100m\\""},\
        "resource_limits":{}}},"namespace":"default","hostIP":"10.0.0.1",\
        "name":"%1$s-deployment-1","nodeName":"n-%4$s","podIP":"%5$s","qosClass":"Burstable",\
        "startTime":"2026-05-01T10:00:00Z","labels":{"ether.edgerun.io/function":"%2$s",\
        "type":"%3$s"},"status":"%6$s"}\
        """
            .formatted(uid, function, type, zone, ip, status);
    publish("galileo/events", now() + " pod/" + kind + " " + json);
  }

  /** Two samples of a container's CPU time, a second apart. */
  void cpu(String uid, String zone, double cores) {
    long second = Instant.now().getEpochSecond();
    String topic = "telem/n-" + zone + "/kubernetes_cgrp_cpu/c-" + uid;
    publish(topic, (second - 2) + ".000000001 1000000000.000000");
    publish(topic, (second - 1) + ".000000001 %f".formatted(1e9 + cores * 1e9));
  }

  private static String now() {
    Instant now = Instant.now();
    return "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
  }

  void publish(String channel, String payload) {
    commands(redisCommands -> redisCommands.publish(channel, payload));
  }

  private void commands(Consumer<RedisCommands<String, String>> work) {
    RedisClient client = RedisClient.create(uri());
    try (var connection = client.connect()) {
      work.accept(connection.sync());
    } finally {
      client.shutdown(0, 5, TimeUnit.SECONDS);
      var unused = client.getResources().shutdown(0, 5, TimeUnit.SECONDS);
    }
  }

  private RedisURI uri() {
    return RedisURI.create("127.0.0.1", Integer.parseInt(redis.get("port")));
  }

  /** Hears events from now on. */
  final class Subscriber implements AutoCloseable {
    private final RedisClient client = RedisClient.create(uri());
    private final StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
    final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Subscriber() {
      connection.addListener(
          new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
              heard.add(message);
            }
          });
      connection.sync().subscribe("galileo/events");
    }

    /** The values of all events of a name. */
    List<JsonNode> values(String name) throws IOException {
      List<JsonNode> values = new ArrayList<>();
      for (String message : heard) {
        String[] parts = message.split(" ", 3);
        if (parts[1].equals(name)) {
          values.add(new ObjectMapper().readTree(parts[2]));
        }
      }
      return values;
    }

    @Override
    public void close() {
      connection.close();
      client.shutdown(0, 5, TimeUnit.SECONDS);
      var unused = client.getResources().shutdown(0, 5, TimeUnit.SECONDS);
    }
  }

  /** What etcdctl prints. */
  String etcdctl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("etcdctl", "--endpoints"));
    command.add("127.0.0.1:" + etcd.get("port"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ETCDCTL_API", "3");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out.strip();
  }

  String weights(String zone, String function) throws IOException, InterruptedException {
    return etcdctl("get", "--print-value-only", "golb/function/" + zone + "/" + function);
  }

  /** Something that may fail or take a while. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Waits 30 s at most, and says how long it took. */
  static double await(String what, Condition condition) throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (!condition.holds()) {
      assertThat(System.nanoTime() - began).as(what).isLessThan(TimeUnit.SECONDS.toNanos(60));
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  @Override
  public void close() {
    etcd.close();
    redis.close();
  }
}
