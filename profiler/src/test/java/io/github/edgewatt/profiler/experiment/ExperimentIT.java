package io.github.edgewatt.profiler.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry;
import io.github.edgewatt.profiler.experiment.stage.LogTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline with a real broker, a real Prometheus and real consumers. */
class ExperimentIT {
  private static final Path HOME = TestRuns.home();
  private static final Path STACK = HOME.resolve("infrastructure/single-node/pipeline.sh");
  private static final int NOT_HERE = 77;
  private static final String YAML =
      """
      name: it
      stack: infrastructure/single-node/pipeline.sh
      topics: {partitions: 4}
      consumers: {count: 2, model: "synthetic:0.05", resolution: 160}
      settle: 3s
      feed: {images: "generated:16:20000", max_mbps: 0.4, duration: 20s, breakpoints: 10, n_cycles: 1}
      track: {timeout: 20s, drain: 2m}
      extract: {sampling: 5, include: "(yolo|kafka_server|process_cpu).*"}
      """;

  @TempDir Path folder;

  @BeforeAll
  static void look() {
    assumeTrue(
        Files.exists(HOME.resolve("functions/yolo-consume/target/quarkus-app/quarkus-run.jar")),
        "SKIPPED: functions/yolo-consume is not built: ./mvnw package -pl functions/yolo-consume -am");
    assumeTrue(Files.isExecutable(STACK), "SKIPPED: no infrastructure/single-node/pipeline.sh");
  }

  private Process start(Path out) throws IOException {
    Path yaml = Files.writeString(folder.resolve("it.yaml"), YAML);
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-Dedgewatt.home=" + HOME));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.github.edgewatt.profiler.command.Main");
    command.addAll(List.of("experiment", yaml.toString(), "--output", out.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    return builder.start();
  }

  private String said() {
    return LogTail.text(folder.resolve("out.txt"));
  }

  private void skipWithoutServers(Path out) {
    String reset = LogTail.lastLine(out.resolve("logs/reset.log"));
    assumeTrue(
        !said().contains("reset ended with " + NOT_HERE),
        "SKIPPED: the stack is not to be had: " + reset);
  }

  @Test
  void feedsTracksExtractsAndReportsInOneCommand() throws Exception {
    Path out = folder.resolve("all");
    Process process = start(out);
    try {
      assertThat(process.waitFor(8, TimeUnit.MINUTES)).as(said()).isTrue();
    } finally {
      process.destroy();
    }
    skipWithoutServers(out);

    assertThat(process.exitValue()).as(said()).isZero();
    JsonNode feed = new ObjectMapper().readTree(out.resolve("feed.json").toFile());
    assertThat(feed.path("sent").asInt()).isGreaterThan(50);
    try (Stream<Path> trackers = Files.list(out.resolve("yolo_outputs"))) {
      Path tracker = trackers.filter(Files::isDirectory).findFirst().orElseThrow();
      JsonNode summary = new ObjectMapper().readTree(tracker.resolve("summary.json").toFile());
      assertThat(summary.path("unique").asInt()).isEqualTo(feed.path("sent").asInt());
      assertThat(summary.path("missing").asInt()).isZero();
    }
    try (Stream<Path> extracts = Files.walk(out.resolve("snapshots"))) {
      assertThat(extracts.map(file -> file.getFileName().toString()))
          .contains("samples.parquet", "series.parquet", "yolo_requests_received_total");
    }
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("all answered, none twice")
        .contains("href=\"correlations.html\"", "id=\"cpu\"");
    assertNothingRuns(out);
  }

  @Test
  void ctrlCEndsEverythingAndKeepsWhatWasMeasured() throws Exception {
    Path out = folder.resolve("stopped");
    Process process = start(out);
    try {
      while (!Files.exists(out.resolve("feed.csv")) && process.isAlive()) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
      skipWithoutServers(out);
      assertThat(process.isAlive()).as(said()).isTrue();
      new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(said()).isTrue();
    } finally {
      process.destroy();
    }

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(said()).contains("--resume " + out);
    assertThat(out.resolve("feed.csv")).exists();
    Journal journal = Journal.open(out, Clock.systemUTC());
    assertThat(journal.stages())
        .filteredOn(entry -> entry.stage().equals("feed"))
        .extracting(StageEntry::state)
        .containsExactly(StageEntry.State.STOPPED);
    assertNothingRuns(out);
  }

  private static void assertNothingRuns(Path out) throws Exception {
    Journal journal = Journal.open(out, Clock.systemUTC());
    assertThat(journal.processes()).isEmpty();
    assertThat(journal.stack()).isEmpty();
    Process status =
        new ProcessBuilder(STACK.toString(), "status", out.resolve("stack").toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("runs, pid");
    assertThat(status.waitFor()).isEqualTo(1);
  }
}
