package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RealServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracker as a process of its own, at a real broker. */
class TrackIT {
  private static final String GEN_1 =
      "{\"timestamps\":{\"pre\":1.5,\"inf\":20.25,\"post\":0.5,\"queue\":7,\"start_time\":1700000000000,"
          + "\"end_time\":1700000000007},\"source\":\"10.0.0.7\",\"model\":\"custom-20k\",\"dimensions\":[1,3,640,640]}";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static RealServer kafka;
  private static ResultTopics topics;

  @BeforeAll
  static void start() {
    kafka = RealServer.up("kafka.sh", shared.resolve("kafka"));
    topics = new ResultTopics(kafka);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private ProfilerProcess track(String topic, String... more) throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("track", "--kafka", kafka.get("servers"), "--input_topic", topic));
    words.addAll(List.of("--port", "0", "--output_path", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return ProfilerProcess.start(folder, words.toArray(String[]::new));
  }

  private static Optional<String> line(ProfilerProcess process, String start) {
    try {
      return process.out().stream().filter(line -> line.startsWith(start)).findFirst();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void awaitLine(ProfilerProcess process, String start) throws Exception {
    process.await(start, () -> line(process, start).isPresent());
  }

  private List<Path> runs() throws Exception {
    if (!Files.isDirectory(folder.resolve("out"))) {
      return List.of();
    }
    try (Stream<Path> runs = Files.list(folder.resolve("out"))) {
      return runs.sorted().toList();
    }
  }

  private List<Path> tables() throws Exception {
    List<Path> tables = new ArrayList<>();
    for (Path run : runs()) {
      try (Stream<Path> files = Files.list(run)) {
        files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(tables::add);
      }
    }
    return tables;
  }

  /** The ids in all tables, in their order. */
  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Path table : tables()) {
      for (String row : Files.readAllLines(table).subList(1, Files.readAllLines(table).size())) {
        // A quoted cell with commas stands before it: count from the row's end.
        String[] cells = row.split(",", -1);
        ids.add(cells[cells.length - 6]);
      }
    }
    return ids;
  }

  private static JsonNode json(Path file) throws Exception {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static HttpResponse<String> get(String url) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void threeGenerationsIntoTablesAndMetrics() throws Exception {
    topics.make("generations");
    try (ProfilerProcess tracker = track("generations", "--print_interval", "2")) {
      awaitLine(tracker, "ready ");
      String gen2 =
          GEN_1
              .replace("\"pre\"", "\"idle\":3.5,\"pre\"")
              .replace("}}", "}")
              .replace("]}", "],\"id\":\"4\",\"errors\":[\"late\"]}");
      String five = ResultTopics.result(5);
      topics.send("generations", List.of(GEN_1, gen2, "{", "no JSON", five, five));
      String url = line(tracker, "ready ").orElseThrow().replaceFirst(".*metrics=", "");
      tracker.await("four results", () -> counted(url, "yolo_requests_received_total 4.0"));
      assertThat(get(url.replace("/metrics", "/")).body())
          .contains(
              "yolo_inference_time_bucket{le=\"50.0\"} 4",
              "yolo_inference_seconds_bucket{le=\"0.05\"} 4",
              "yolo_total_time_by_source_count{source=\"10.0.0.7\"} 2",
              "yolo_duplicates_total 1.0",
              "yolo_malformed_total 2.0");
      tracker.signal("TERM");
      assertThat(tracker.waitForEnd()).isZero();
      assertThat(tracker.err()).isEmpty();
      assertThat(line(tracker, "{"))
          .hasValue(
              "{\"10.0.0.7\":{\"n\":2,\"min\":20.25,\"max\":20.25,\"avg\":20.25,\"avg_total\":29.25}}");
    }
    assertThat(runs()).hasSize(1);
    Path run = runs().get(0);
    assertThat(run.getFileName().toString()).matches("\\d{10}_custom-20k");
    assertThat(Files.readAllLines(run.resolve("0.csv")).subList(0, 3))
        .containsExactly(
            ",source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id,"
                + "finish_time,detections,errors,partition,offset",
            "0,10.0.0.7,custom-20k,\"[1, 3, 640, 640]\",,1.5,20.25,0.5,7.0,"
                + "1700000000000.0,1700000000007.0,,,,,,",
            "1,10.0.0.7,custom-20k,\"[1, 3, 640, 640]\",3.5,1.5,20.25,0.5,7.0,"
                + "1700000000000.0,1700000000007.0,4,,,late,,");
    JsonNode summary = json(run.resolve("summary.json"));
    assertThat(summary.path("received").asInt()).isEqualTo(4);
    assertThat(summary.path("duplicates").asInt()).isEqualTo(1);
    assertThat(summary.path("redelivered").asInt()).isEqualTo(1);
    assertThat(summary.path("malformed").asInt()).isEqualTo(2);
    assertThat(summary.path("missing").isNull()).isTrue();
    assertThat(summary.path("by_source").path("10.0.0.7").path("received").asInt()).isEqualTo(2);
    assertThat(Files.readAllLines(run.resolve("malformed.jsonl")))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("no JSON", "\"offset\":3"));
    try (Stream<Path> left = Files.list(run)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0.csv", "malformed.jsonl", "summary.json");
    }
  }

  private static boolean counted(String url, String line) {
    try {
      return get(url).body().contains(line);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aKilledRunLosesNothingAndRepeatsNothing() throws Exception {
    topics.make("killed");
    List<String> options =
        List.of("--from", "earliest", "--save_interval", "700", "--expect", "12000");
    topics.send("killed", ResultTopics.results(0, 6_000));
    try (ProfilerProcess first = track("killed", options.toArray(String[]::new))) {
      awaitLine(first, "ready ");
      first.await("a table", () -> tablesNow() > 1);
      first.kill();
    }
    boolean unfinished = hasUnfinishedRows();
    topics.send("killed", ResultTopics.results(6_000, 12_000));
    List<String> patient = new ArrayList<>(options);
    patient.addAll(List.of("--timeout", "5s"));
    try (ProfilerProcess second = track("killed", patient.toArray(String[]::new))) {
      // The first run's part of what is due is missing from the second.
      assertThat(second.waitForEnd()).isEqualTo(1);
      // A kill between two tables leaves nothing to complete.
      assertThat(line(second, "recovered ").isPresent()).isEqualTo(unfinished);
    }
    assertThat(runs()).hasSize(2);
    assertThat(ids()).hasSize(12_000).doesNotHaveDuplicates();
    for (Path run : runs()) {
      try (Stream<Path> files = Files.list(run)) {
        assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
      }
      assertThat(run.resolve(".positions")).doesNotExist();
    }
  }

  /** Whether a killed run left whole rows behind in a table without its name. */
  private boolean hasUnfinishedRows() throws Exception {
    for (Path run : runs()) {
      try (Stream<Path> files = Files.list(run)) {
        for (Path part : files.filter(file -> file.toString().endsWith(".csv.part")).toList()) {
          if (Files.readString(part).chars().filter(c -> c == '\n').count() > 1) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int tablesNow() {
    try {
      return tables().size();
    } catch (Exception e) {
      return 0;
    }
  }

  @Test
  void goesOnWhenTheBrokerComesBack() throws Exception {
    topics.make("broken");
    Path feed = folder.resolve("feed.json");
    try (ProfilerProcess tracker = track("broken", "--expect", feed.toString())) {
      awaitLine(tracker, "ready ");
      topics.send("broken", ResultTopics.results(100, 110));
      awaitRows(tracker, 10);
      kafka.tell("away");
      awaitLine(tracker, "Kafka is away");
      kafka.tell("back");
      awaitLine(tracker, "Kafka is back");
      topics.send("broken", ResultTopics.results(110, 121));
      // 105 was not acknowledged, and came; 120 was never said to be sent; 119 is written last.
      Files.writeString(feed, "{\"first_id\":100,\"last_id\":119,\"failed\":[105]}");
      assertThat(tracker.waitForEnd()).as("%s %s", tracker.out(), tracker.err()).isZero();
      assertThat(tracker.out().stream().filter(line -> line.startsWith("Kafka is"))).hasSize(2);
    }
    JsonNode summary = json(runs().get(0).resolve("summary.json"));
    assertThat(summary.path("received").asInt()).isEqualTo(21);
    assertThat(summary.path("expected").asInt()).isEqualTo(19);
    assertThat(summary.path("missing").asInt()).isZero();
    assertThat(summary.path("unknown").asInt()).isEqualTo(1);
    assertThat(summary.path("latency_ms").path("max").asDouble()).isBetween(25.9, 26.1);
  }

  private void awaitRows(ProfilerProcess tracker, int rows) throws Exception {
    tracker.await(
        rows + " rows",
        () -> {
          try {
            return Files.readAllLines(runs().get(0).resolve(".0.csv.part")).size() > rows;
          } catch (Exception e) {
            return false;
          }
        });
  }

  @Test
  void saysThatTheTopicIsMissing() throws Exception {
    assumeTrue(kafka.missing().isEmpty(), () -> kafka.missing().orElse(""));
    try (ProfilerProcess tracker = track("nowhere")) {
      assertThat(tracker.waitForEnd()).isEqualTo(1);
      assertThat(tracker.err())
          .containsExactly(
              "edgewatt: there is no topic nowhere at %s: make it with bin/profiler init"
                  .formatted(kafka.get("servers")));
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
