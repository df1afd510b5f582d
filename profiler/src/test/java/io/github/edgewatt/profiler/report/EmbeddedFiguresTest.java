package io.github.edgewatt.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Recomputes the page's figures from the rows, on a way of its own. */
class EmbeddedFiguresTest {
  private static final String OPEN = "<script type=\"application/json\" id=\"figures\">";
  private static final double T_95_OF_THREE = 4.302652729911275;

  @Test
  void costsAreThoseOfTheRows() throws Exception {
    ReportInput input = SampleRun.realistic();
    JsonNode functions = figures(input).get("functions");
    assertThat(functions).hasSize(6);
    for (JsonNode function : functions) {
      String name = function.get("function").asText();
      int rate = function.get("atRate").asInt();
      List<MeasurementRow> rows = repeats(input, name, rate);
      assertThat(rows).hasSize(3);
      check(function.get("cpuMillisPerRequest"), rows, FunctionDetail::cpuMillisPerRequest);
      check(function.get("joulesPerRequest"), rows, FunctionDetail::joulesPerRequest);
      assertThat(function.get("latencyP99Millis").asDouble())
          .isEqualTo(mean(rows, FunctionDetail::latencyP99Millis), within(1e-9));
      assertThat(function.get("memoryMegabytes").get("mean").asDouble())
          .isEqualTo(
              rows.stream()
                  .mapToDouble(r -> r.functions().get(0).ramBytes() / 1e6)
                  .average()
                  .getAsDouble(),
              within(1e-9));
    }
    assertThat(functions.get(0).get("lowestOverloadedRate").isNull()).isTrue();
    assertThat(functions.get(4).get("lowestOverloadedRate").asInt()).isEqualTo(70);
  }

  @Test
  void countsAndMixesAreThoseOfTheRows() throws Exception {
    ReportInput input = SampleRun.realistic();
    JsonNode figures = figures(input);
    long valid = input.rows().stream().filter(row -> row.verdict().isValid()).count();
    assertThat(figures.get("summary").get("measurements").asInt()).isEqualTo(input.rows().size());
    assertThat(figures.get("summary").get("valid").asLong()).isEqualTo(valid);
    List<MeasurementRow> mixes =
        input.rows().stream().filter(row -> row.kind() == MeasurementRow.Kind.MIX).toList();
    assertThat(figures.get("mixes")).hasSize(mixes.size());
    for (JsonNode mix : figures.get("mixes")) {
      MeasurementRow row =
          mixes.stream().filter(r -> r.id().equals(mix.get("id").asText())).findFirst().get();
      assertThat(mix.get("measuredCpuPercent").asDouble())
          .isEqualTo(row.node().cpuPercent() - row.node().cpuIdlePercent(), within(1e-9));
      assertThat(mix.get("configuration").asText()).isEqualTo(row.configuration().toString());
    }
  }

  @Test
  void absentFiguresAreNull() throws Exception {
    JsonNode figures = figures(new SampleRun(1).input());
    assertThat(figures.get("functions")).isEmpty();
    assertThat(figures.get("additivity").get("medianRatio").isNull()).isTrue();
  }

  private static void check(
      JsonNode interval, List<MeasurementRow> rows, ToDoubleFunction<FunctionDetail> figure) {
    double mean = mean(rows, figure);
    double variance =
        rows.stream()
                .mapToDouble(row -> figure.applyAsDouble(row.functions().get(0).detail()) - mean)
                .map(difference -> difference * difference)
                .sum()
            / 2;
    assertThat(interval.get("mean").asDouble()).isEqualTo(mean, within(1e-9));
    assertThat(interval.get("halfWidth95").asDouble())
        .isEqualTo(T_95_OF_THREE * Math.sqrt(variance / 3), within(1e-3 * mean));
    assertThat(interval.get("count").asInt()).isEqualTo(3);
  }

  private static double mean(List<MeasurementRow> rows, ToDoubleFunction<FunctionDetail> figure) {
    return rows.stream()
        .mapToDouble(row -> figure.applyAsDouble(row.functions().get(0).detail()))
        .average()
        .getAsDouble();
  }

  private static List<MeasurementRow> repeats(ReportInput input, String function, int rate) {
    return input.rows().stream()
        .filter(row -> row.kind() == MeasurementRow.Kind.SOLO && row.verdict().isValid())
        .filter(row -> row.functions().get(0).function().equals(function))
        .filter(row -> row.functions().get(0).rate() == rate)
        .toList();
  }

  private static JsonNode figures(ReportInput input) throws Exception {
    String page = HtmlReport.render(input);
    int from = page.indexOf(OPEN) + OPEN.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
