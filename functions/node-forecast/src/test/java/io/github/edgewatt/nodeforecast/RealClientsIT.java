package io.github.edgewatt.nodeforecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.forecaster.curve.PowerCurve;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, models trained on the example run, and clients that others wrote. */
@Timeout(180)
class RealClientsIT {
  private static final Path SCRIPTS = Path.of("src", "test", "python");
  private static final Path SERVERS = Path.of("..", "..", "test-fixtures", "servers");
  private static final NodeType LIGHT = NodeType.ofCores(2);
  private static final int NOT_HERE = 77;

  /** curl, eat-memory, env, figlet, nmap, shasum; the second beyond the 50/s trained on. */
  private static final String RATES = "[[0, 0, 20, 10, 5, 0], [0, 0, 80, 0, 0, 12.5]]";

  @TempDir private static Path folder;
  @TempDir private static Path data;
  private static RunningForecast server;
  private static TrainedModel model;

  @BeforeAll
  static void serve() throws Exception {
    TrainedFiles.plain(folder.resolve("plain.json"));
    Path metered = folder.resolve("metered.json.gz");
    TrainedFiles.metered(data, metered);
    model = ModelFile.read(metered);
    server = RunningForecast.start("--models", folder.toString());
  }

  @AfterAll
  static void end() throws Exception {
    assertThat(server.terminate()).isEqualTo(143);
    server.close();
  }

  private static List<Forecast> expected() throws IOException {
    List<String> functions = new ArrayList<>(ModelForecaster.of(model).highestRates().keySet());
    List<Load> loads = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(RATES)) {
      TreeMap<String, Double> rates = new TreeMap<>();
      for (int i = 0; i < functions.size(); i++) {
        rates.put(functions.get(i), row.get(i).doubleValue());
      }
      double nan = Double.NaN;
      loads.add(new Load(LIGHT, rates, new Idle(nan, nan, nan, nan)));
    }
    return ModelForecaster.nodeOnly(model).forecastAll(loads);
  }

  private static JsonNode run(String python, String script) throws Exception {
    Process process =
        new ProcessBuilder(
                python,
                SCRIPTS.resolve(script).toString(),
                server.address(),
                "metered",
                "LIGHT",
                RATES)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(answer).isZero();
    return new ObjectMapper().readTree(answer);
  }

  private static void assertForecasts(JsonNode outputs) throws IOException {
    List<Forecast> expected = expected();
    for (int i = 0; i < expected.size(); i++) {
      Forecast forecast = expected.get(i);
      assertThat(outputs.path("cpu_usage_node").path(i).doubleValue())
          .isEqualTo(forecast.node().get(Target.CPU).value());
      assertThat(outputs.path("cpu_usage_node_high").path(i).doubleValue())
          .isEqualTo(forecast.node().get(Target.CPU).high());
      assertThat(outputs.path("power_usage_node").path(i).doubleValue())
          .isCloseTo(1e6 * forecast.node().get(Target.POWER).value(), within(1e-3));
      assertThat(outputs.path("extrapolated").path(i).booleanValue())
          .isEqualTo(forecast.is(Warning.Kind.EXTRAPOLATED));
      assertThat(outputs.path("novel").path(i).booleanValue())
          .isEqualTo(forecast.is(Warning.Kind.NOVEL));
    }
    assertThat(outputs.at("/extrapolated/1").booleanValue()).isTrue();
  }

  @Test
  void tritonsClientIsAnswered() throws Exception {
    JsonNode answer = run(python(), "ask_triton.py");
    for (String yes : List.of("live", "ready", "model_ready", "version_ready")) {
      assertThat(answer.path(yes).booleanValue()).as(yes).isTrue();
    }
    for (String no : List.of("other_version_ready", "unknown_ready")) {
      assertThat(answer.path(no).isBoolean() && !answer.path(no).booleanValue()).as(no).isTrue();
    }
    assertThat(answer.at("/server/extensions/0").asText()).isEqualTo("binary_tensor_data");
    assertThat(answer.at("/metadata/inputs/0/shape/1").asInt()).isEqualTo(6);
    assertForecasts(answer.at("/binary/outputs"));
    assertThat(answer.at("/binary/id").asText()).isEqualTo("b");
    assertThat(answer.at("/binary32/outputs")).isEqualTo(answer.at("/binary/outputs"));
    assertThat(answer.at("/some/outputs")).hasSize(2);
    assertThat(answer.at("/some/outputs")).isEqualTo(answer.at("/json/outputs"));
    assertThat(answer.at("/json/outputs/cpu_usage_node_high"))
        .isEqualTo(answer.at("/binary/outputs/cpu_usage_node_high"));
    assertWatts(answer.path("watts"));
    assertThat(answer.at("/unknown/status").asText()).isEqualTo("404");
    for (String wrong : List.of("negative", "nan", "columns", "node")) {
      assertThat(answer.path(wrong).path("status").asText()).as(wrong).isEqualTo("400");
      assertThat(answer.path(wrong).path("message").asText()).as(wrong).isNotEmpty();
    }
    assertThat(answer.at("/compressed/status").asText()).isEqualTo("415");
  }

  @Test
  void tensorflowServingsCallersAreAnswered() throws Exception {
    JsonNode answer = run("python3", "ask_tf_serving.py");
    assertThat(answer.at("/status/model_version_status/0/state").asText()).isEqualTo("AVAILABLE");
    assertThat(answer.at("/metadata/model_spec/version").asText())
        .isEqualTo("" + model.header().trainedAt().getEpochSecond());
    JsonNode columns = answer.at("/columns/outputs");
    assertForecasts(columns);
    JsonNode rows = answer.at("/rows/predictions");
    assertThat(rows).hasSize(2);
    for (int i = 0; i < 2; i++) {
      for (var output : rows.get(i).properties()) {
        assertThat(output.getValue()).isEqualTo(columns.path(output.getKey()).path(i));
      }
    }
    assertWatts(answer.at("/watts/outputs"));
    assertThat(answer.at("/unknown/status").asInt()).isEqualTo(404);
    assertThat(answer.at("/unknown/error").asText()).startsWith("no model none; there are ");
    assertThat(answer.at("/wrong/status").asInt()).isEqualTo(400);
  }

  /** The made-up meter: 20 W, and 0.15 W for each of 200 percent. */
  private static void assertWatts(JsonNode watts) {
    PowerCurve curve = PowerCurve.of(model, LIGHT);
    double[] shares = {0, .25, .5, 1};
    for (int i = 0; i < shares.length; i++) {
      double answered = watts.path(i).path(0).doubleValue();
      assertThat(answered).isCloseTo(curve.watts(shares[i]), within(1e-9));
      assertThat(answered).isCloseTo(20 + .15 * 200 * shares[i], within(1.5));
    }
  }

  @Test
  void dfaasAgentsAreAnswered() throws Exception {
    assertThat(server.send("", "").body()).isEqualTo("DFaaS Forecaster ready.");
    String body = "{'rate_function_env': 20, 'rate_function_nmap': 5, 'node_type': 2}";
    JsonNode all =
        new ObjectMapper().readTree(server.send("node_usage?model=metered", body).body()).get(0);
    assertThat(all.properties()).hasSize(3);
    assertThat(all.path("cpu_usage_node").asDouble()).isBetween(1.0, 200.0);
    assertThat(all.path("power_usage_node").asDouble()).isBetween(20e6, 50e6);
    assertThat(server.send("node_usage", body).statusCode()).as("two models").isEqualTo(400);
    assertThat(server.send("power_usage_node?model=plain", body).statusCode()).isEqualTo(404);
    assertThat(server.send("nodeForecast", "{'model': 'plain', 'rates': {'env': 20}}").body())
        .contains("\"functions\":{\"env\":{");
  }

  @Test
  void aModelWithoutMeterHasNoPowerModel() throws Exception {
    assertThat(server.send("v2/models/plain-power", "").statusCode()).isEqualTo(404);
    assertThat(server.send("state", "").body()).contains("the model forecasts no power");
    assertThat(server.said()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
  }

  private static String python() throws Exception {
    Process script =
        new ProcessBuilder(SERVERS.resolve("tritonclient.sh").toString(), "install")
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor(240, TimeUnit.SECONDS)).isTrue();
    assumeTrue(script.exitValue() != NOT_HERE, said);
    assertThat(script.exitValue()).as(said).isZero();
    return said.lines()
        .filter(line -> line.startsWith("python="))
        .map(line -> line.substring("python=".length()))
        .findFirst()
        .orElseThrow();
  }
}
