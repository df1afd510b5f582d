package io.github.edgewatt.weights;

import static io.github.edgewatt.weights.Testbed.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RunningProgram;
import io.github.edgewatt.fixtures.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process, with a real etcd and a real Redis. */
@Timeout(300)
class WeightCalcIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private static Path folder;
  private static Testbed bed;

  @BeforeAll
  static void up() {
    bed = new Testbed(folder);
  }

  @AfterAll
  static void down() {
    bed.close();
  }

  private static List<String> ips(String zone, String function)
      throws IOException, InterruptedException {
    JsonNode value = JSON.readTree(bed.weights(zone, function));
    return Stream.of(JSON.convertValue(value.path("ips"), String[].class)).toList();
  }

  @Test
  void weighsWhatIsPublishedAndTellsOfIt() throws Exception {
    Path record = folder.resolve("record");
    bed.describeNodes();
    bed.etcdctl("put", "golb/function/zone-a/never_seen", "{\"ips\":[],\"weights\":[]}");
    bed.etcdctl("put", "golb/elsewhere", "x");
    try (Testbed.Subscriber subscriber = bed.new Subscriber();
        StandInServer influx =
            StandInServer.start(request -> new StandInServer.Reply(204, Map.of(), new byte[0]));
        RunningProgram running =
            RunningProgram.start(
                "/healthz",
                bed.variables(
                    "osmotic_lb_opt_record",
                    record.toString(),
                    "osmotic_lb_opt_record_rounds",
                    "1000",
                    "osmotic_lb_opt_expdb_influxdb_url",
                    influx.uri().toString()),
                "serve")) {
      await("ready", () -> running.get("/_/ready").statusCode() == 200);
      bed.gateways();
      bed.pod("running", "resnet-1", "res-net", "fn", "a", "10.0.1.7");
      bed.pod("running", "resnet-2", "res-net", "fn", "b", "10.0.2.7");
      await("zone-a", () -> bed.weights("zone-a", "res_net").contains("10.0.1.7"));
      await("zone-b", () -> bed.weights("zone-b", "res_net").contains("10.0.2.7"));
      await("both", () -> ips("zone-a", "res_net").size() == 2);
      assertThat(ips("zone-a", "res_net")).containsExactly("10.0.1.7:8080", "10.0.2.1:8080");
      int idle = JSON.readTree(bed.weights("zone-a", "res_net")).at("/weights/0").asInt();
      bed.cpu("resnet-1", "a", 2);
      await(
          "weights of half the node",
          () -> JSON.readTree(bed.weights("zone-a", "res_net")).at("/weights/0").asInt() < idle);
      String written = bed.weights("zone-a", "res_net");
      await(
          "event",
          () ->
              subscriber.values("weight_update").stream()
                  .anyMatch(
                      one ->
                          one.path("zone").asText().equals("zone-a")
                              && one.path("weights").toString().equals(written)));
      JsonNode event = subscriber.values("weight_update").get(0);
      assertThat(event.properties().stream().map(Map.Entry::getKey))
          .containsExactly("ts", "fn", "zone", "weights");
      assertThat(event.path("fn").asText()).isEqualTo("res_net");
      await("lines", () -> !influx.requests().isEmpty());

      JsonNode state = running.state();
      assertThat(state.path("leading").asBoolean()).isTrue();
      assertThat(state.at("/last/pods").asInt()).isEqualTo(2);
      assertThat(state.at("/rounds/failed").asInt()).isZero();
      assertThat(running.get("/metrics").body())
          .contains("edgewatt_weights_keys_written_total", "edgewatt_weights_leading 1.0");
      String snapshot = running.get("/state/snapshot").body();
      JsonNode answered = JSON.readTree(running.post("/weightCalc", snapshot).body());
      assertThat(answered.at("/weights/0/fn").asText()).isEqualTo("res_net");
      assertThat(running.post("/weightCalc", "{\"at\": 1}").body())
          .startsWith("{\"error\":\"the body is no snapshot: ");

      bed.pod("delete", "resnet-1", "res-net", "fn", "a", "10.0.1.7");
      await("only the gateway", () -> ips("zone-a", "res_net").equals(List.of("10.0.2.1:8080")));
      bed.pod("delete", "resnet-2", "res-net", "fn", "b", "10.0.2.7");
      await("a stale key", () -> bed.weights("zone-a", "res_net").isEmpty());
      await("another stale key", () -> bed.weights("zone-b", "res_net").isEmpty());
      assertThat(bed.weights("zone-a", "never_seen")).isEqualTo("{\"ips\":[],\"weights\":[]}");
      assertThat(bed.etcdctl("get", "--print-value-only", "golb/elsewhere")).isEqualTo("x");
      assertThat(running.terminate()).isEqualTo(143);
    }
    replays(record);
  }

  private static void replays(Path record) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(record)) {
      files = all.filter(one -> one.toString().endsWith(".snapshot.json.gz")).sorted().toList();
    }
    Path snapshot = files.get(files.size() / 2);
    Path weights = Path.of(snapshot.toString().replace(".snapshot.", ".weights."));
    try (RunningProgram once =
        RunningProgram.launch(
            Map.of(), "once", snapshot.toString(), "--memory", weights.toString())) {
      assertThat(once.exitCode()).isZero();
      try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(weights))) {
        assertThat(JSON.readTree(String.join("\n", once.said()))).isEqualTo(JSON.readTree(in));
      }
    }
  }

  @Test
  void oneLeadsAndTheOtherTakesOver() throws Exception {
    bed.describeNodes();
    try (RunningProgram one =
            RunningProgram.start("/healthz", bed.variables("osmotic_lb_opt_lease", "10"), "serve");
        RunningProgram other =
            RunningProgram.start(
                "/healthz", bed.variables("osmotic_lb_opt_lease", "10"), "serve")) {
      await(
          "a leader",
          () ->
              one.state().path("leading").asBoolean() ^ other.state().path("leading").asBoolean());
      RunningProgram leader = one.state().path("leading").asBoolean() ? one : other;
      RunningProgram follower = leader == one ? other : one;
      await("both subscribed", () -> subscribers() == 2);
      bed.gateways();
      bed.pod("running", "two-1", "two", "fn", "a", "10.0.1.8");
      await("written", () -> bed.weights("zone-a", "two").contains("10.0.1.8"));
      await(
          "the same leader",
          () -> follower.state().path("leader").equals(leader.state().path("process")));
      assertThat(follower.state().at("/rounds/done").asInt()).isZero();

      leader.kill();
      bed.pod("running", "two-2", "two", "fn", "a", "10.0.1.9");
      double seconds = await("taken over", () -> bed.weights("zone-a", "two").contains("10.0.1.9"));
      System.out.printf("a leader was killed; the other had written after %.1f s%n", seconds);
      assertThat(follower.state().path("leading").asBoolean()).isTrue();
    }
  }

  @Test
  void startsWithNothingThereAndConvergesAfterEveryOutage() throws Exception {
    bed.describeNodes();
    bed.etcd.tell("away");
    bed.redis.tell("away");
    try (RunningProgram running = RunningProgram.start("/healthz", bed.variables(), "serve")) {
      assertThat(running.get("/_/health").statusCode()).isEqualTo(200);
      await("told of etcd", () -> running.state().toString().contains("at etcd 127.0.0.1:"));
      await("told of Redis", () -> running.state().toString().contains("Redis at 127.0.0.1:"));
      assertThat(running.get("/_/ready").statusCode()).isEqualTo(503);

      bed.etcd.tell("back");
      bed.redis.tell("back");
      bed.describeNodes();
      await("ready", () -> running.get("/_/ready").statusCode() == 200);
      await("subscribed", () -> subscribers() > 0);
      bed.gateways();
      bed.pod("running", "three-1", "three", "fn", "a", "10.0.1.10");
      await("written", () -> bed.weights("zone-a", "three").contains("10.0.1.10"));

      bed.etcd.tell("away");
      await("etcd is away", () -> running.get("/_/ready").body().contains("etcd"));
      bed.pod("running", "three-2", "three", "fn", "a", "10.0.1.11");
      bed.etcd.tell("back");
      double etcd = await("after etcd", () -> bed.weights("zone-a", "three").contains("10.0.1.11"));
      System.out.printf("etcd came back; weights were right after %.1f s%n", etcd);

      bed.redis.tell("away");
      await("Redis is away", () -> running.get("/_/ready").statusCode() == 503);
      assertThat(bed.weights("zone-a", "three")).contains("10.0.1.11");
      bed.redis.tell("back");
      bed.describeNodes();
      await("subscribed", () -> subscribers() > 0);
      bed.pod("running", "three-3", "three", "fn", "a", "10.0.1.12");
      double redis =
          await("after Redis", () -> bed.weights("zone-a", "three").contains("10.0.1.12"));
      System.out.printf("Redis came back; weights were right after %.1f s%n", redis);
      await("ready", () -> running.get("/_/ready").statusCode() == 200);
    }
  }

  /** Redis keeps nothing for who is not there yet. */
  private static int subscribers() throws IOException, InterruptedException {
    Process cli =
        new ProcessBuilder(
                "redis-cli", "-p", bed.redis.get("port"), "pubsub", "numsub", "galileo/events")
            .start();
    String said =
        new String(cli.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    String[] words = said.strip().split("\\s+", -1);
    return Integer.parseInt(words[words.length - 1]);
  }

  @Test
  void writesToNoOtherCluster() throws Exception {
    try (RunningProgram running =
        RunningProgram.start(
            "/healthz", bed.variables("osmotic_lb_opt_etcd_cluster_id", "42"), "serve")) {
      await("told", () -> running.get("/_/ready").body().contains("not 42 (2a)"));
      assertThat(running.state().path("leading").asBoolean()).isFalse();
      assertThat(bed.etcdctl("get", "--prefix", "edgewatt/weight-calc")).doesNotContain("42");
    }
  }
}
