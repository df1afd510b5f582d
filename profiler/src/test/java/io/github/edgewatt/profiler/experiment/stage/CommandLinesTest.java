package io.github.edgewatt.profiler.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.ExperimentYaml;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.spec.Paths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
  private static final Path DIR = Path.of("/out/e");
  @TempDir Path folder;

  private CommandLines lines(String yaml) throws Exception {
    Path file = folder.resolve("e.yaml");
    Files.writeString(
        file, "kafka: {servers: 'k:1'}\nprometheus: ['http://a:1', 'http://b:2']\n" + yaml);
    Experiment experiment =
        ExperimentYaml.read(file, new Paths(TestRuns.home(), folder), Overrides.NONE);
    return new CommandLines(
        experiment, new Addresses("k:1", List.of("http://a:1", "http://b:2"), Optional.empty()));
  }

  @Test
  void initAsksForThePartitions() throws Exception {
    assertThat(String.join(" ", lines("topics: {partitions: 7, recreate: true}").init()))
        .isEqualTo(
            "init -n 7 --kafka k:1 --input_topic yolo_input --output_topic yolo_output"
                + " --timeout 60s --recreate");
  }

  @Test
  void everyCommandThatSpeaksToKafkaIsToldOfItsCredentials() throws Exception {
    Path secrets = Files.createFile(folder.resolve("c.properties"));
    Path file = folder.resolve("e.yaml");
    Files.writeString(
        file, "kafka: {servers: 'k:1', client_config: ./c.properties}\nprometheus: 'http://a:1'\n");
    CommandLines lines =
        new CommandLines(
            ExperimentYaml.read(file, new Paths(TestRuns.home(), folder), Overrides.NONE),
            new Addresses("k:1", List.of("http://a:1"), Optional.empty()));

    for (List<String> words : List.of(lines.init(), lines.feed(DIR, 0), lines.track(DIR, 1))) {
      assertThat(words).containsSequence("--kafka", "k:1", "--client-config", secrets.toString());
    }
  }

  @Test
  void feedOfACurve() throws Exception {
    CommandLines lines =
        lines("feed: {max_mbps: 1.50, duration: 2m, breakpoints: 48, n_cycles: 1}");
    assertThat(String.join(" ", lines.feed(DIR, 5)))
        .isEqualTo(
            "feed --kafka k:1 --input_topic yolo_input --images generated --shape day-night"
                + " --max_mbps 1.5 --duration 120 --breakpoints 48 --n_cycles 1"
                + " --first_id 5 --output /out/e");
  }

  @Test
  void feedOfABurst() throws Exception {
    assertThat(String.join(" ", lines("feed: {shape: burst, count: 100, threads: 3}").feed(DIR, 0)))
        .isEqualTo(
            "feed --kafka k:1 --input_topic yolo_input --images generated --shape burst --n_images 100"
                + " --n_threads 3 --first_id 0 --output /out/e");
  }

  @Test
  void trackWaitsForWhatWasFed() throws Exception {
    assertThat(String.join(" ", lines("track: {timeout: 20s, save_interval: 7}").track(DIR, 9)))
        .isEqualTo(
            "track --kafka k:1 --input_topic yolo_output --output_path /out/e/yolo_outputs"
                + " --header full --from latest --save_interval 7 --expect /out/e/feed.json"
                + " --timeout 20s --host 127.0.0.1 --port 9");
  }

  @Test
  void extractGoesFromWholeSecondToWholeSecondInUtc() throws Exception {
    CommandLines lines = lines("extract: {sampling: 3, include: 'a b', format: json}");
    assertThat(
            lines.extract(
                DIR,
                Instant.parse("2026-11-23T10:00:00.900Z"),
                Instant.parse("2026-11-23T10:02:00.001Z")))
        .containsExactly(
            "extract",
            "--utc",
            "--start",
            "2026-11-23 10:00:00",
            "--end",
            "2026-11-23 10:02:01",
            "--sampling",
            "3",
            "--segment_size",
            "1000",
            "--n_threads",
            "4",
            "--format",
            "json",
            "--include",
            "a b",
            "--prometheus",
            "http://a:1,http://b:2",
            "--output",
            "/out/e/snapshots");
  }

  @Test
  void theFirstAttemptHasTheMeasurementsOwnFolder() {
    assertThat(Place.of(DIR, "", 1).log("feed")).isEqualTo(Path.of("/out/e/logs/feed.log"));
    assertThat(Place.of(DIR, "01-a", 2).folder()).isEqualTo(Path.of("/out/e/01-a/attempt-2"));
  }

  @Test
  void consumersRunWithTheFlagsOfTheirLauncher() throws Exception {
    String launcher = Files.readString(TestRuns.home().resolve("bin/yolo-consume"));
    assertThat(launcher).contains(String.join(" ", Programs.CONSUMER_FLAGS) + " -jar");
  }
}
