package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.RealServer;
import io.github.edgewatt.profiler.extract.fetch.SmallPrometheus;
import io.github.edgewatt.profiler.extract.parquet.Tables;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract} on a real Prometheus, and killed on a stand-in. */
class ExtractIT {
  private static final long START = 1_700_000_000L;
  private static final long END = START + 1200;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path root;

  /** Twenty minutes at 5 s of what is odd: gaps, NaN, infinities, tiny and huge numbers. */
  private static String metrics() {
    StringBuilder text = new StringBuilder("# TYPE steady gauge\n");
    StringBuilder odd = new StringBuilder("# TYPE odd gauge\n");
    StringBuilder late = new StringBuilder("# TYPE late gauge\n");
    String[] values = {"NaN", "+Inf", "-Inf", "1e-300", "123456789012345680", "-0.1"};
    for (long at = START; at <= END; at += 5) {
      text.append("steady{a=\"1\"} 7 ").append(at).append('\n');
      odd.append("odd{a=\"\\\"ü\\\\\"} ").append(values[(int) (at / 5 % values.length)]);
      odd.append(' ').append(at).append('\n');
      if (at > START + 600) {
        late.append(String.format(Locale.ROOT, "late %.3f %d%n", Math.sin((double) at), at));
      }
    }
    return text.append(odd).append(late).append("# EOF\n").toString();
  }

  private RealServer prometheus() throws Exception {
    Path state = Files.createDirectories(root.resolve("server"));
    Path promtool = Path.of("/usr/bin/promtool");
    Assumptions.assumeTrue(
        Files.isExecutable(promtool), "no promtool; try: apt-get install prometheus");
    Path text = Files.writeString(root.resolve("metrics"), metrics());
    Process backfill =
        new ProcessBuilder(
                promtool.toString(),
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                text.toString(),
                state.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("promtool.log").toFile())
            .start();
    assertThat(backfill.waitFor()).as(Files.readString(root.resolve("promtool.log"))).isZero();
    RealServer server =
        RealServer.up(
            "prometheus.sh",
            state,
            "--without-node-exporter",
            "--",
            "--storage.tsdb.retention.time=100y");
    Assumptions.assumeTrue(server.missing().isEmpty(), () -> server.missing().orElse(""));
    return server;
  }

  private static JsonNode ask(String url, String metric) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String address =
        "%s/api/v1/query_range?query=%s&start=%d&end=%d&step=5".formatted(url, metric, START, END);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static void collect(JsonNode answer, Map<String, Double> into) {
    for (JsonNode series : answer.path("data").path("result")) {
      for (JsonNode sample : series.path("values")) {
        String text = sample.get(1).asText().replace("Inf", "Infinity");
        Double before =
            into.put(
                series.path("metric").path("__name__").asText() + " " + sample.get(0).asLong(),
                Double.valueOf(text));
        assertThat(before).as("twice in the files").isNull();
      }
    }
  }

  @Test
  void holdsWhatOneQueryOfTheServerGives() throws Exception {
    try (RealServer server = prometheus()) {
      String url = server.get("url");
      CommandLineRun run =
          CommandLineRun.of(
              "extract",
              "-s",
              Instant.ofEpochSecond(START).toString(),
              "-e",
              Instant.ofEpochSecond(END).toString(),
              "-r",
              "5",
              "-t",
              "3",
              "-z",
              "37",
              "--prometheus",
              url,
              "--format",
              "both",
              "--output",
              root.resolve("out").toString());
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      Path folder = root.resolve("out/latest").toRealPath();
      Map<String, Double> expected = new TreeMap<>();
      Map<String, Double> saved = new TreeMap<>();
      for (String metric : new String[] {"steady", "odd", "late"}) {
        collect(ask(url, metric), expected);
        try (Stream<Path> files = Files.list(folder.resolve(metric))) {
          for (Path file : files.toList()) {
            collect(JSON.readTree(file.toFile()), saved);
          }
        }
      }
      assertThat(expected).hasSize(241 + 241 + 120);
      assertThat(saved).isEqualTo(expected);

      Map<String, Double> dataset = new TreeMap<>();
      String samples = folder.resolve("parquet/samples.parquet").toString();
      for (String row :
          Tables.rows("SELECT metric, epoch(time)::BIGINT, value FROM '%s'".formatted(samples))) {
        String[] cells = row.split("\\|", -1);
        dataset.put(cells[0] + " " + cells[1], Double.valueOf(cells[2]));
      }
      expected.keySet().removeIf(key -> key.startsWith("steady"));
      assertThat(dataset).isEqualTo(expected);
      assertThat(
              Tables.rows(
                  "SELECT metric, labels, points, constant FROM '%s' ORDER BY series"
                      .formatted(folder.resolve("parquet/series.parquet"))))
          .containsExactly(
              "late|{}|120|null",
              "odd|{\"a\":\"\\\"ü\\\\\"}|241|null",
              "steady|{\"a\":\"1\"}|241|7.0");
    }
  }

  @Test
  void goesOnAfterAKill() throws Exception {
    Path out = root.resolve("out");
    AtomicBoolean slow = new AtomicBoolean(true);
    try (SmallPrometheus prometheus = new SmallPrometheus()) {
      prometheus
          .fake()
          .server()
          .fail(
              "/api/v1/query_range",
              request ->
                  slow.get() && request.bodyText().contains("query=wave") ? Fault.silent() : null);
      String[] words = {
        "extract",
        "-s",
        Instant.ofEpochSecond(SmallPrometheus.NOW - 600).toString(),
        "-e",
        Instant.ofEpochSecond(SmallPrometheus.NOW).toString(),
        "-t",
        "1",
        "-z",
        "20",
        "--format",
        "parquet",
        "--prometheus",
        prometheus.url(),
        "--output",
        out.toString()
      };
      try (ProfilerProcess process = ProfilerProcess.start(root, words)) {
        process.await(
            "request that hangs",
            () ->
                prometheus.fake().server().requests().stream()
                    .anyMatch(request -> request.bodyText().contains("query=wave")));
        process.kill();
      }
      slow.set(false);
      int asked = prometheus.fake().server().requests().size();
      Path folder = out.resolve("latest").toRealPath();
      CommandLineRun rest = CommandLineRun.of("extract", "--resume", folder.toString());
      assertThat(rest.err()).isEmpty();
      assertThat(rest.status()).isZero();
      // The other metrics were there whole; of this one seven answers were missing.
      assertThat(prometheus.fake().server().requests()).hasSize(asked + 7);
      assertThat(
              Tables.rows(
                  "SELECT metric, count(*) FROM '%s' GROUP BY metric ORDER BY metric"
                      .formatted(folder.resolve("parquet/samples.parquet"))))
          .containsExactly("steps_total|121", "wave|121");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("extract.json", "parquet");
    }
  }

  @Test
  void endsSoonOnCtrlC() throws Exception {
    Path out = root.resolve("out");
    try (SmallPrometheus prometheus = new SmallPrometheus()) {
      prometheus.fake().server().fail("/api/v1/query_range", request -> Fault.silent());
      String[] words = {
        "extract",
        "-s",
        Instant.ofEpochSecond(SmallPrometheus.NOW - 600).toString(),
        "-e",
        Instant.ofEpochSecond(SmallPrometheus.NOW).toString(),
        "-t",
        "2",
        "-z",
        "5",
        "--prometheus",
        prometheus.url(),
        "--output",
        out.toString()
      };
      try (ProfilerProcess process = ProfilerProcess.start(root, words)) {
        process.await(
            "request that hangs",
            () ->
                prometheus.fake().server().requests().stream()
                    .anyMatch(request -> request.path().endsWith("query_range")));
        process.signal("INT");
        assertThat(process.waitForEnd()).isEqualTo(130);
        assertThat(process.err())
            .anyMatch(line -> line.contains("go on with bin/profiler extract"));
      }
    }
    assertThat(out.resolve("latest/extract.json")).isRegularFile();
  }
}
