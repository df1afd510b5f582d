package io.github.edgewatt.nodeforecast.funqy;

import static io.github.edgewatt.nodeforecast.Calls.json;
import static io.github.edgewatt.nodeforecast.Calls.post;
import static io.github.edgewatt.nodeforecast.Calls.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.nodeforecast.Shelves;
import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastingTest {
  private static final Snapshot MODELS = Shelves.of(Map.of("both", TestModels.power()));
  private static final Protocol SERVED = new NodeForecast(() -> MODELS);
  private static final String PATH = "/nodeForecast";

  @Test
  void answersFiguresWithBoundsUnitsAndDoubts() {
    JsonNode answer =
        json(SERVED, post(PATH, "{'nodeType': 'mid', 'rates': {'env': 10, 'figlet': 20}}"));
    assertThat(answer.path("model").asText()).isEqualTo("both");
    assertThat(answer.path("version").asText()).isEqualTo("" + TestModels.VERSION);
    assertThat(answer.path("node").asText()).isEqualTo("MID");
    JsonNode power = answer.at("/targets/power");
    assertThat(power.path("value").asDouble()).isCloseTo(25, within(1e-9));
    assertThat(power.path("low").asDouble()).isCloseTo(15, within(1e-9));
    assertThat(power.path("high").asDouble()).isCloseTo(45, within(1e-9));
    assertThat(power.path("unit").asText()).isEqualTo("W");
    assertThat(answer.path("overload").isNull()).as("the model knows of none").isTrue();
    assertThat(answer.path("extrapolated").asBoolean()).isFalse();
    assertThat(answer.path("novel").asBoolean()).isFalse();
    assertThat(answer.path("warnings")).isEmpty();
  }

  @Test
  void marksWhatLiesBeyondTheTraining() {
    JsonNode answer =
        json(SERVED, post(PATH, "{'model': 'both', 'nodeType': 'MID', 'rates': {'env': 200}}"));
    assertThat(answer.path("extrapolated").asBoolean()).isTrue();
    assertThat(answer.path("warnings").path(0).asText())
        .isEqualTo("extrapolated: env at 200/s is beyond the 100/s it was trained on");
    assertThat(
            answer.at("/targets/cpu/high").asDouble() - answer.at("/targets/cpu/value").asDouble())
        .as("twice the rate, twice the doubt")
        .isCloseTo(40, within(1e-9));
  }

  @Test
  void takesTheNodeAtRestFromTheCaller() {
    JsonNode answer =
        json(
            SERVED, post(PATH, "{'nodeType': 'LIGHT', 'rates': {}, 'idle': {'powerWatts': 33.5}}"));
    assertThat(answer.at("/targets/power/value").asDouble()).isCloseTo(33.5, within(1e-9));
    assertThat(answer.at("/targets/cpu/value").asDouble()).isCloseTo(20, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'rates': {}} | 400 the model knows several kinds of nodes: say nodeType, one of LIGHT, MID",
        "{'nodeType': 'MID'} | 400 rates is missing: requests per second by function, {} for a node at rest",
        "{'nodeType': 'HUGE', 'rates': {}} | 400 unknown node type 'HUGE': the model knows LIGHT, MID",
        "{'nodeType': 'MID', 'rates': {'curl': 0}} | 400 unknown function 'curl': the model knows env, figlet",
        "{'nodeType': 'MID', 'rates': {'env': -1}} | 400 the rate of env is -1.0: requests per second, a number of 0 or more",
        "{'nodeType': 'MID', 'rates': {'env': null}} | 400 the rate of env is null: requests per second, a number of 0 or more",
        "{'nodeType': 'MID', 'rates': {'env': 1e999}} | 400 the rate of env is Infinity: requests per second, a number of 0 or more",
        "{'nodeType': 'MID', 'rates': {'env': '7'}} | 400 rates.env is not what is expected there",
        "{'nodeType': 'MID', 'rates': [7]} | 400 rates is not what is expected there",
        "{'nodeType': 7, 'rates': {}} | 400 nodeType is not what is expected there",
        "{'nodeType': 'MID', 'rates': {}, 'idle': {'cpuPercent': -3}} | 400 idle: cpuPercent is -3.0: a number of 0 or more",
        "{'nodeType': 'MID', 'rates': {}, 'idle': {'cpuPercent': 900}} | 400 CPU at rest is 900 %, but MID has 400 % in all",
        "{'nodeType': 'MID', 'rates': {}, 'idle': {'watts': 3}} | 400 no field 'watts'; there are ",
        "{'model': 'none', 'rates': {}} | 404 no model none; there are both",
        "{'rate': {}} | 400 no field 'rate'; there are ",
        "nonsense | 400 the body is not JSON: ",
      })
  void refusesWhatIsWrong(String body, String refusal) {
    assertThat(refusal(SERVED, post(PATH, body))).startsWith(refusal);
  }
}
