package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.correlate.ExperimentFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code correlate} over made-up experiments. */
class CorrelateTest {
  @TempDir Path folder;

  private String relation(String left, String right) throws Exception {
    return Files.readAllLines(folder.resolve("correlations.csv")).stream()
        .filter(line -> line.startsWith(left + ",") && line.contains(right))
        .findFirst()
        .orElseThrow();
  }

  private static String cell(String row, int fromEnd) {
    String[] cells = row.split(",", -1);
    return cells[cells.length - fromEnd];
  }

  @Test
  void findsWhatFollowsTheLoadAndWhen() throws Exception {
    new ExperimentFolder(folder, 720).feed().tables().parquet(12);
    CommandLineRun run = CommandLineRun.of("correlate", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("watts: the sum over 1 series of kepler_node_platform_joules_total.");
    List<String> lines = Files.readAllLines(folder.resolve("correlations.csv"));
    assertThat(lines.get(0))
        .startsWith("left,right,lag_s,score,pearson,n")
        .endsWith("beyond_chance");
    String watts = relation("cpu_cores", "kepler_node_platform");
    assertThat(cell(watts, 8)).isEqualTo("15.000");
    assertThat(cell(watts, 7)).isEqualTo("1.0000");
    assertThat(watts).endsWith(",true");
    String slots = relation("cpu_cores", "free_slots");
    assertThat(cell(slots, 8)).isEqualTo("30.000");
    assertThat(Double.parseDouble(cell(slots, 7))).isLessThan(-0.99);
    assertThat(Files.readAllLines(folder.resolve("correlations-left-out.csv")))
        .anyMatch(line -> line.contains("up{") && line.contains(",static,"))
        .anyMatch(line -> line.contains("nearly_still{") && line.contains(",static,"))
        .anyMatch(line -> line.contains("short{") && line.contains(",too short,10,"));
    String page = Files.readString(folder.resolve("correlations.html"));
    assertThat(page)
        .contains("What goes with power, W", "<svg", "3 of 12 series were not compared")
        .doesNotContain("https://", "<script src", "NaN");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://");
  }

  @Test
  void tellsWhatItDoesWithoutFeedAndExtract() throws Exception {
    new ExperimentFolder(folder, 720).tables();
    CommandLineRun run = CommandLineRun.of("correlate", folder.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.startsWith("There is no extract"))
        .anyMatch(line -> line.startsWith("There is no feed.csv"));
    assertThat(cell(relation("load_images_per_s", "latency_ms"), 7)).startsWith("0.9");
  }

  @Test
  void readsRawAnswersWhereThereIsNoParquet() throws Exception {
    ExperimentFolder experiment = new ExperimentFolder(folder, 720).feed().tables();
    Path metric = Files.createDirectories(folder.resolve("snapshots/1700009999/requests_total"));
    double value = 0;
    for (int segment = 0; segment < 2; segment++) {
      StringBuilder json =
          new StringBuilder(
              "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":"
                  + "{\"__name__\":\"requests_total\",\"pod\":\"p\"},\"values\":[");
      for (int point = segment * 360; point <= (segment + 1) * 360 && point < 720; point++) {
        // Neighbouring segments of the published extractor share a sample.
        value += point == 360 && segment == 1 ? 0 : 5 * (20 + experiment.load(point - 1));
        json.append(point == segment * 360 ? "" : ",");
        json.append("[" + (1_700_000_000 + 5 * point) + ",\"" + value + "\"]");
      }
      Files.writeString(metric.resolve(segment + "-" + (segment + 1) + ".json"), json + "]}]}}");
    }
    Files.writeString(metric.resolve("9-10.json"), "{\"status\":\"error\",\"error\":\"too many\"}");
    CommandLineRun run = CommandLineRun.of("correlate", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    String requests = relation("load_images_per_s", "requests_total{pod=");
    assertThat(Double.parseDouble(cell(requests, 8))).isBetween(-15.0, 15.0);
    assertThat(Double.parseDouble(cell(requests, 7))).isGreaterThan(0.99);
    assertThat(Double.parseDouble(cell(requests, 6))).isGreaterThan(0.99);
    assertThat(requests).endsWith(",true");
  }

  @Test
  void aDamagedExtractIsBadInput() throws Exception {
    new ExperimentFolder(folder, 720).feed().tables().parquet(12);
    Path samples;
    try (Stream<Path> files = Files.walk(folder)) {
      samples = files.filter(file -> file.endsWith("samples.parquet")).findFirst().orElseThrow();
    }
    Files.writeString(samples, "no Parquet at all, and long enough to be looked at");
    CommandLineRun run = CommandLineRun.of("correlate", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).contains("cannot read what is below " + folder);
    assertThat(folder.resolve("correlations.csv")).doesNotExist();
  }

  @Test
  void refusesFoldersThatHoldNoExperiment() throws Exception {
    assertThat(CommandLineRun.of("correlate", folder.resolve("no").toString()).status())
        .isEqualTo(2);
    CommandLineRun run = CommandLineRun.of("correlate", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "edgewatt: there are no tables of the tracker below "
                + folder
                + ": name an experiment's folder");
    assertThat(CommandLineRun.of("correlate").status()).isEqualTo(2);
  }
}
