package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.extract.fetch.SmallPrometheus;
import io.github.edgewatt.profiler.extract.parquet.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractCommandTest {
  @TempDir private Path root;
  private final SmallPrometheus prometheus = new SmallPrometheus();

  @AfterEach
  void end() {
    prometheus.close();
  }

  private CommandLineRun extract(String... more) {
    List<String> words = new ArrayList<>(List.of("extract"));
    words.addAll(Arrays.asList(more));
    if (!words.contains("--output") && !words.contains("--resume")) {
      words.addAll(List.of("--output", root.resolve("out").toString()));
    }
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  private CommandLineRun whole(String... more) {
    String url = more.length > 1 && more[0].equals("--prometheus") ? more[1] : prometheus.url();
    List<String> words =
        new ArrayList<>(
            List.of("--utc", "-s", "2023-11-14 22:03:20", "-e", "2023-11-14 22:13:20", "-r", "5"));
    words.addAll(List.of("-t", "3", "-z", "50", "--prometheus", url));
    words.addAll(Arrays.asList(more).subList(url.equals(prometheus.url()) ? 0 : 2, more.length));
    return extract(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-s now | --start and --end are both needed",
        "-e now | --start and --end are both needed",
        "-s now -e -1h | --end is before --start",
        "-s nonsense -e now | --start is 'nonsense'",
        "-s -1h -e nonsense | --end is 'nonsense'",
        "-s -1h -e now -r 0 | --sampling is 0",
        "-s -1h -e now -r 1.5 | '1.5' is not a long",
        "-s -1h -e now -t 0 | --n_threads is 0",
        "-s -1h -e now -t 65 | --n_threads is 65",
        "-s -1h -e now -z 0 | --segment_size is '0'",
        "-s -1h -e now --format csv | 'csv' is not json, parquet or both",
        "-s -1h -e now --include node_( | --include 'node_('",
        "-s -1h -e now --exclude [ | --exclude '['",
        "-s -1h -e now --memory 1 | --memory is 1",
        "-s -1h -e now --timeout soon | 'soon' is not a duration: write seconds",
        "-s -1h -e now --prometheus ftp://x | must be like http://127.0.0.1:9090",
        "-s -1h -e now --prometheus-user me | needs both a user and a password file",
        "-s -1h -e now --prometheus-token-file /nowhere/at/all | token file /nowhere/at/all",
        "--resume /nowhere/at/all | is not a snapshot",
        "--resume /tmp -s now | leave --start out",
        "--resume /tmp -r 5 | leave --sampling out",
        "--resume /tmp -z 3 | leave --segment_size out",
        "--resume /tmp --utc | leave --utc out",
        "--resume /tmp --output foo | leave --output out",
        "-s -1h -e now --nonsense | '--nonsense' is not understood"
      })
  void refusesBadInput(String words, String line) {
    CommandLineRun run = extract(words.strip().split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).startsWith("edgewatt: ").contains(line);
    assertThat(root.resolve("out")).doesNotExist();
  }

  @Test
  void aServerThatIsNotThereIsOneLine() {
    CommandLineRun run = extract("-s", "-1h", "-e", "now", "--prometheus", "http://127.0.0.1:1");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).contains("http://127.0.0.1:1 refuses connections");
    assertThat(root.resolve("out")).doesNotExist();
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldBeforeAnyServerIsAsked() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "kept");
    CommandLineRun run = whole("--output", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsExactly(
            "edgewatt: --output " + file + " cannot be written: " + file + " is not a folder");
    assertThat(file).hasContent("kept");
    assertThat(prometheus.fake().server().requests()).isEmpty();
  }

  @Test
  void aSpanWithoutSamplesIsToldSo() {
    CommandLineRun run =
        extract(
            "--utc",
            "-s",
            "2020-01-01 00:00:00",
            "-e",
            "2020-01-01 01:00:00",
            "--prometheus",
            prometheus.url());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().get(0)).contains("no metric has samples in that span");
  }

  @Test
  void writesJsonByDefaultAndParquetAfterwards() throws Exception {
    CommandLineRun run = whole();
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(String.join("\n", run.out()))
        .contains("121 instants 5 s apart, 50 a query")
        .contains("4 of 4 metrics");
    Path folder = root.resolve("out/latest").toRealPath();
    assertThat(folder.resolve("wave").toFile().list()).hasSize(3);
    assertThat(folder.resolve("parquet")).doesNotExist();

    assertThat(CommandLineRun.of("extract", "--resume", folder.toString()).out())
        .containsExactly("snapshot  " + folder + " is complete: nothing to fetch");
    int asked = prometheus.fake().server().requests().size();
    CommandLineRun converted =
        CommandLineRun.of("extract", "--resume", folder.toString(), "--format", "parquet");
    assertThat(converted.err()).isEmpty();
    assertThat(converted.status()).isZero();
    assertThat(prometheus.fake().server().requests()).hasSize(asked);
    assertThat(parquet(folder)).isEqualTo(json(folder));
    assertThat(folder.resolve("wave").toFile().list()).hasSize(3);
  }

  /** Every sample of every series, static ones expanded to what the JSON files hold of them. */
  private static List<String> json(Path folder) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().matches(".*[0-9][.]json")).toList()) {
        for (JsonNode series :
            new ObjectMapper().readTree(file.toFile()).path("data").path("result")) {
          for (JsonNode sample : series.path("values")) {
            String metric = series.path("metric").path("__name__").asText();
            String value = sample.get(1).asText();
            if (metric.equals("wave") || metric.equals("steps_total")) {
              rows.add(
                  metric
                      + "|"
                      + Math.round(sample.get(0).asDouble() * 1000)
                      + "|"
                      + Double.parseDouble(value));
            }
          }
        }
      }
    }
    return rows.stream().sorted().toList();
  }

  private static List<String> parquet(Path folder) throws Exception {
    return Tables.rows(
            "SELECT metric, epoch_ms(time), value FROM '%s'"
                .formatted(folder.resolve("parquet/samples.parquet")))
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void leavesParquetAloneAndGoesOnWithWhatWasMissing() throws Exception {
    prometheus
        .fake()
        .server()
        .fail(
            "/api/v1/query_range",
            request -> request.bodyText().contains("query=wave") ? Fault.html() : null);
    CommandLineRun partial = whole("--format", "parquet");
    assertThat(partial.status()).isEqualTo(1);
    Path folder = root.resolve("out/latest").toRealPath();
    assertThat(partial.err())
        .hasSize(4)
        .last()
        .asString()
        .isEqualTo("edgewatt: not complete: go on with bin/profiler extract --resume " + folder);
    assertThat(partial.err().get(0)).contains("missing wave 1699999400-1699999645: Prometheus");
    assertThat(folder.resolve("parquet/samples.parquet")).doesNotExist();

    prometheus.fake().server().heal("/api/v1/query_range");
    int asked = prometheus.fake().server().requests().size();
    CommandLineRun rest = CommandLineRun.of("extract", "--resume", folder.toString());
    assertThat(rest.err()).isEmpty();
    assertThat(rest.status()).isZero();
    assertThat(prometheus.fake().server().requests()).hasSize(asked + 3);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("extract.json", "parquet");
    assertThat(
            Tables.rows(
                "SELECT metric, count(*) FROM '%s' GROUP BY metric ORDER BY metric"
                    .formatted(folder.resolve("parquet/samples.parquet"))))
        .containsExactly("steps_total|121", "wave|121");
    assertThat(
            Tables.rows(
                "SELECT metric, points, static_percent > 99, nan_percent, constant FROM '%s'"
                        .formatted(folder.resolve("parquet/series.parquet"))
                    + " ORDER BY series"))
        .containsExactly(
            "static_gauge|121|true|0.0|42.0",
            "static_gauge|121|true|100.0|NaN",
            "steps_total|121|false|0.0|null",
            "up|121|true|0.0|1.0",
            "wave|121|false|0.0|null");
    assertThat(
            CommandLineRun.of("extract", "--resume", folder.toString(), "--format", "json").err())
        .hasSize(1)
        .first()
        .asString()
        .contains("can only go on as parquet");
  }

  @Test
  void furtherServersGiveThePipelinesMetrics() throws Exception {
    try (SmallPrometheus second = new SmallPrometheus()) {
      second
          .fake()
          .scrape("kafka", "b:1", java.time.Duration.ofSeconds(5))
          .add("kafka_messages_total", java.util.Map.of(), seconds -> seconds);
      CommandLineRun run =
          whole("--prometheus", prometheus.url() + "," + second.url(), "--exclude", "up");
      assertThat(run.status()).isZero();
      Path folder = root.resolve("out/latest");
      assertThat(folder.toFile().list())
          .containsExactlyInAnyOrder(
              "extract.json", "static_gauge", "steps_total", "wave", "kafka_messages_total");
    }
  }
}
