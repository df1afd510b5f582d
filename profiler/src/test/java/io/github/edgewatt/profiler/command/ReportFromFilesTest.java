package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.campaign.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recomputes the figures of a run's page from the run's tables, which keep three decimals. */
class ReportFromFilesTest {
  private static final String OPEN = "<script type=\"application/json\" id=\"figures\">";
  private static final double DECIMALS = 2e-3;

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void run() throws Exception {
    try (World world =
        World.create(root, TestRuns.plan("grid", List.of("figlet", "env", "curl"), 2, 40, 20, 3))
            .powered()) {
      world.run();
      folder = world.folder();
    }
  }

  @Test
  void theFiguresAreThoseOfTheTables() throws Exception {
    CommandLineRun report = CommandLineRun.of("report", folder.toString());
    assertThat(report.err()).isEmpty();
    assertThat(report.out()).containsExactly("report  " + folder.resolve("report.html"));
    JsonNode figures = figures(folder.resolve("report.html"));
    Dataset dataset = DatasetReader.read(folder);
    assertThat(dataset.problems()).isEmpty();
    List<MeasurementRow> rows = dataset.rows();
    assertThat(rows).hasSize(3 * 3 + 3 * 9 * 3);

    assertThat(figures.at("/summary/measurements").asInt()).isEqualTo(rows.size());
    assertThat(figures.at("/summary/valid").asLong())
        .isEqualTo(rows.stream().filter(row -> row.verdict().isValid()).count());
    assertThat(figures.get("functions")).hasSize(3);
    for (JsonNode function : figures.get("functions")) {
      List<FunctionRow> alone = alone(rows, function.get("function").asText(), 40);
      assertThat(function.get("atRate").asInt()).isEqualTo(40);
      assertThat(alone).hasSize(3);
      near(function.at("/cpuMillisPerRequest/mean"), alone, f -> f.detail().cpuMillisPerRequest());
      near(function.at("/joulesPerRequest/mean"), alone, f -> f.detail().joulesPerRequest());
      near(function.at("/memoryMegabytes/mean"), alone, f -> f.ramBytes() / 1e6);
      near(function.get("latencyP50Millis"), alone, f -> f.detail().latencyP50Millis());
      near(function.get("latencyP99Millis"), alone, f -> f.detail().latencyP99Millis());
      assertThat(function.at("/cpuMillisPerRequest/count").asInt()).isEqualTo(3);
    }
  }

  @Test
  void mixesCompareWithTheSumOfTheirSoloCosts() throws Exception {
    CommandLineRun.of("report", folder.toString());
    JsonNode figures = figures(folder.resolve("report.html"));
    List<MeasurementRow> rows = DatasetReader.read(folder).rows();
    List<MeasurementRow> mixes = rows.stream().filter(row -> row.kind() == Kind.MIX).toList();
    assertThat(figures.get("mixes")).hasSize(mixes.size());
    for (JsonNode mix : figures.get("mixes")) {
      MeasurementRow row =
          mixes.stream().filter(r -> r.id().equals(mix.get("id").asText())).findFirst().get();
      assertThat(mix.get("configuration").asText()).isEqualTo(row.configuration().toString());
      assertThat(mix.get("measuredCpuPercent").asDouble())
          .isEqualTo(row.node().cpuPercent() - row.node().cpuIdlePercent(), within(DECIMALS));
      double sum = 0;
      for (FunctionRow function : row.functions()) {
        // Alone it was measured at 40/s; below, the curve is the ray to the origin.
        sum += soloIncrease(rows, function.function()) * function.rate() / 40;
      }
      assertThat(mix.get("summedSoloCpuPercent").asDouble()).isEqualTo(sum, within(2 * DECIMALS));
    }
    assertThat(figures.at("/additivity/medianRatio").asDouble()).isEqualTo(1, within(1e-6));
  }

  @Test
  void aTornTableIsReportedBesideThePage() throws Exception {
    Path index = folder.resolve("report.html");
    Path table;
    try (var files = Files.list(folder)) {
      table =
          files.filter(f -> f.getFileName().toString().startsWith("results-")).findFirst().get();
    }
    Files.writeString(table, "1,2,3\n", java.nio.file.StandardOpenOption.APPEND);
    CommandLineRun report = CommandLineRun.of("report", folder.toString());
    assertThat(report.status()).isZero();
    assertThat(report.err()).singleElement().asString().contains(table.getFileName().toString());
    assertThat(index).exists();
  }

  @Test
  void exportsForUpstreamsNotebooks() {
    Path target = root.resolve("upstream");
    CommandLineRun export =
        CommandLineRun.of(
            "export", folder.toString(), "--upstream", target.toString(), "--node-type", "LIGHT");
    assertThat(export.err()).isEmpty();
    assertThat(export.status()).isZero();
    assertThat(target.resolve("output-energy/LIGHT")).isDirectory();
  }

  private static double soloIncrease(List<MeasurementRow> rows, String function) {
    return rows.stream()
        .filter(row -> row.kind() == Kind.SOLO)
        .filter(row -> row.functions().get(0).function().equals(function))
        .mapToDouble(row -> row.node().cpuPercent() - row.node().cpuIdlePercent())
        .average()
        .getAsDouble();
  }

  private static List<FunctionRow> alone(List<MeasurementRow> rows, String function, int rate) {
    return rows.stream()
        .filter(row -> row.kind() == Kind.SOLO && row.verdict().isValid())
        .map(row -> row.functions().get(0))
        .filter(row -> row.function().equals(function) && row.rate() == rate)
        .toList();
  }

  private static void near(
      JsonNode figure, List<FunctionRow> rows, ToDoubleFunction<FunctionRow> column) {
    double mean = rows.stream().mapToDouble(column).average().getAsDouble();
    assertThat(figure.asDouble()).isPositive().isEqualTo(mean, within(DECIMALS));
  }

  private static JsonNode figures(Path page) throws Exception {
    String text = Files.readString(page);
    int from = text.indexOf(OPEN) + OPEN.length();
    return new ObjectMapper().readTree(text.substring(from, text.indexOf("</script>", from)));
  }
}
