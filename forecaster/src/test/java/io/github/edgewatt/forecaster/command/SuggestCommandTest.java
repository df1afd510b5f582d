package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.question.FakeForecaster;
import io.github.edgewatt.forecaster.read.Folder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class SuggestCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private String fault = "";
  private FakeForecaster forecaster = FakeForecaster.rising();

  @BeforeEach
  void write() {
    new Folder(folder)
        .solo("solo", "figlet", 2, 20, 60, 100)
        .solo("solo", "env", 2, 20, 60, 100)
        .mixes("MID", "figlet", "env", 10, 20, 30);
  }

  @Test
  void printsATable() {
    assertThat(run(folder.toString(), "--n", "5", "--budget", "10m")).isZero();
    List<String> lines = out.toString().lines().dropWhile(it -> !it.startsWith("on ")).toList();
    assertThat(lines.get(0))
        .startsWith("on MID: 3 mixes measured, ")
        .endsWith(" candidates, 5 suggested: 400 of 600 s");
    assertThat(lines.get(1)).contains("rates per s", "CPU over idle, %", "overload, %", "why");
    assertThat(lines.subList(2, 7)).allMatch(line -> line.contains("env=") && line.contains("="));
    assertThat(lines).allMatch(line -> line.length() <= 100);
  }

  @Test
  void asManyAsFitIntoTheBudget() {
    run(folder.toString(), "--budget", "5m", "--json");
    assertThat(json().get("suggestions")).hasSize(3);
    out.getBuffer().setLength(0);
    run(folder.toString(), "--budget", "5m", "--window", "20s", "--rest", "10s", "--json");
    assertThat(json().get("suggestions")).hasSize(10);
    out.getBuffer().setLength(0);
    assertThat(run(folder.toString(), "--budget", "1m")).isZero();
    assertThat(out.toString()).contains("the budget holds no measurement: raise --budget");
  }

  @Test
  void respectsTheHighestRateAndTheStep() {
    run(folder.toString(), "--max-rate", "60", "--step", "20", "--json");
    assertThat(json().get("suggestions")).isNotEmpty();
    for (JsonNode suggestion : json().get("suggestions")) {
      suggestion.get("rates").forEach(rate -> assertThat(rate.asInt()).isIn(20, 40, 60));
      assertThat(suggestion.get("overload_probability").asDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aTrainedModelsIntervalsDecide() throws Exception {
    Path model = Files.writeString(folder.resolve("model.json"), "{}");
    assertThat(run(folder.toString(), "--model", model.toString(), "--json")).isZero();
    JsonNode first = json().get("suggestions").get(0);
    double sum = 0;
    for (JsonNode rate : first.get("rates")) {
      sum += rate.asInt();
    }
    assertThat(first.get("cpu_increase_percent").asDouble()).isEqualTo(sum);
    assertThat(first.get("cpu_half_width_percent").asDouble()).isEqualTo(15);
    assertThat(first.get("overload_probability").asDouble()).isEqualTo(sum / 1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--n 0 | --n is 0: give 1 to 10000",
        "--step -1 | --step is -1: give 1 to 10000",
        "--combine 9 | cannot combine 9 functions: only 2 were measured alone (env, figlet)",
        "--budget ten | --budget: 'ten' is not a duration",
        "--model gone.json | no model file gone.json: bin/forecaster train DATA -o model.json",
        "--for TINY | 'TINY' is no kind of node",
        "--model MODEL --for HEAVY | the model does not know HEAVY: adapt it with bin/forecaster"
      })
  void saysWhatIsWrong(String words, String message) throws Exception {
    Path model = Files.writeString(folder.resolve("model.json"), "{}");
    String line = folder + " " + words.replace("MODEL", model.toString());
    assertThat(run(line.split(" "))).isNotZero();
    assertThat(fault).contains(message);
  }

  @Test
  void aModelWithoutCpuAtRestCannotDecide() throws Exception {
    Path model = Files.writeString(folder.resolve("model.json"), "{}");
    Idle unknown = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    forecaster =
        new FakeForecaster(load -> 0) {
          @Override
          public Map<NodeType, Idle> nodes() {
            return Map.of(NodeType.ofCores(4), unknown);
          }
        };
    assertThat(run(folder.toString(), "--model", model.toString())).isNotZero();
    assertThat(fault).isEqualTo("the model forecasts no CPU of MID: leave out --model");
  }

  @Test
  void severalKindsOfNodesNeedAWord() {
    new Folder(folder).mixes("LIGHT", "figlet", "env", 10, 20);
    assertThat(run(folder.toString())).isNotZero();
    assertThat(fault)
        .isEqualTo("the data hold several kinds of nodes (LIGHT, MID): say which with --for");
    assertThat(run(folder.toString(), "--for", "LIGHT")).isZero();
    assertThat(out.toString()).contains("on LIGHT: 2 mixes measured");
  }

  @Test
  void suggestsOnPublishedMeasurements() {
    Path data = published();
    run(data.toString(), "--for", "LIGHT", "--json");
    JsonNode suggestions = json().get("suggestions");
    assertThat(suggestions).hasSize(20);
    int near = 0;
    for (JsonNode suggestion : suggestions) {
      double p = suggestion.get("overload_probability").asDouble();
      near += p > 0.1 && p < 0.9 ? 1 : 0;
    }
    assertThat(near).isGreaterThan(8);
  }

  private static Path published() {
    for (Path at = Path.of("").toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
      Path data = at.resolveSibling("shared").resolve("data/dfaas");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    assumeTrue(false, "skipped: no DFaaS measurements in ../shared/data/dfaas");
    return Path.of("");
  }

  private int run(String... words) {
    CommandLine line = new CommandLine(new SuggestCommand(file -> forecaster));
    line.setOut(new PrintWriter(out, true));
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          fault = exception.getMessage();
          return 2;
        });
    line.setParameterExceptionHandler(
        (exception, parsed) -> {
          fault = exception.getMessage();
          return 2;
        });
    return line.execute(words);
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(out.toString());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(out.toString(), e);
    }
  }
}
