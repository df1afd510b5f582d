package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.question.FakeForecaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionCommandsTest {
  @TempDir private Path folder;
  private AskedModel asked;

  @BeforeEach
  void writeModel() throws IOException {
    asked = new AskedModel(folder);
  }

  @Test
  void predictPrintsATable() {
    int status =
        asked.run(
            "predict", "--node-type", "MID", "--rates", "figlet=50,env=20", "--idle-cpu", "60");
    assertThat(asked.err.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(asked.out.toString().lines())
        .containsExactly(
            "target        forecast      5 %     95 %   unit",
            "cpu                130      115      145   % of one core (400 = all)",
            "ram               3.41     3.35     3.47   GB",
            "power             0.84     0.71     0.97   W",
            "overload         7.0 %                     highest safe figlet rate with env=20: 30/s at 5 % risk",
            "at rest: cpu 60 % given; ram 3.34 GB, ram-percent 20.5 %, power 0.77 W from the model",
            "within the measured range; functions known");
    assertThat(asked.out.toString().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void predictPrintsEachFunctionWhenAsked() {
    asked.run("predict", "--node-type", "mid", "--rates", "figlet=50,env=20", "--functions");
    assertThat(asked.out.toString())
        .contains(
            """

            function    target        forecast      5 %     95 %   unit
            env         cpu               20.0     17.0     23.0   % of one core
            env         ram               20.0     18.0     22.0   MB
            env         latency           12.3     10.3     14.3   ms
            env         overload         2.0 %
            figlet      cpu               50.0     47.0     53.0   % of one core
            """);
  }

  @Test
  void predictAnswersInJson() throws IOException {
    Warning novel = new Warning(Warning.Kind.NOVEL, "never seen together");
    asked.model = new FakeForecaster(load -> 0.25, novel);
    asked.run(
        "predict",
        "--node-type",
        "LIGHT",
        "--rates",
        "figlet=50,env=20",
        "--json",
        "--idle-ram",
        "2.1GB");
    JsonNode answer = asked.json();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "node",
            "rates",
            "idle",
            "targets",
            "functions",
            "overload",
            "extrapolated",
            "novel",
            "warnings",
            "highest_safe");
    assertThat(answer.at("/node").asText()).isEqualTo("LIGHT");
    assertThat(answer.at("/rates").fieldNames()).toIterable().containsExactly("figlet", "env");
    assertThat(answer.at("/idle/ram").asDouble()).isEqualTo(2.1e9);
    assertThat(answer.at("/idle/power").isNull()).isTrue();
    assertThat(answer.at("/idle/from_model")).hasToString("[\"cpu\",\"ram-percent\"]");
    assertThat(answer.at("/targets/cpu"))
        .hasToString("{\"value\":110.0,\"low\":95.0,\"high\":125.0,\"unit\":\"% of one core\"}");
    assertThat(answer.at("/targets/power/value").isNull()).isTrue();
    assertThat(answer.at("/functions/figlet/latency/value").asDouble()).isEqualTo(0.0123);
    assertThat(answer.at("/overload").asDouble()).isEqualTo(0.25);
    assertThat(answer.at("/novel").asBoolean()).isTrue();
    assertThat(answer.at("/extrapolated").asBoolean()).isFalse();
    assertThat(answer.at("/warnings/0").asText()).isEqualTo("novel: never seen together");
    assertThat(answer.at("/highest_safe/bound").asText()).isEqualTo("none");
    assertThat(answer.at("/highest_safe/rate").isNull()).isTrue();
  }

  @Test
  void predictAnswersANodeAtRest() {
    assertThat(asked.run("predict", "--node-type", "MID", "--rates", "", "--idle-cpu", "12"))
        .isZero();
    assertThat(asked.out.toString())
        .contains("cpu                 12       -3       27   % of one core (400 = all)")
        .contains("overload         0.0 %                     no load: the node as it is at rest");
  }

  @Test
  void predictFlagsAbsurdRates() throws IOException {
    assertThat(asked.run("predict", "--node-type", "MID", "--rates", "figlet=1e12")).isZero();
    assertThat(asked.out.toString())
        .endsWith("extrapolated: figlet at 1.0E12/s was measured up to 200/s\n")
        .doesNotContain("within the measured range");
    asked.out.getBuffer().setLength(0);
    asked.run("predict", "--node-type", "MID", "--rates", "figlet=1e300", "--json");
    assertThat(asked.json().at("/extrapolated").asBoolean()).isTrue();
  }

  @Test
  void frontierPrintsTheRateAndWhatHappensThere() {
    assertThat(
            asked.run("frontier", "--node-type", "MID", "--function", "figlet", "--with", "env=20"))
        .isZero();
    assertThat(asked.out.toString().lines())
        .startsWith(
            "highest safe figlet rate with env=20 on MID: 30/s at 5 % risk",
            "target        forecast      5 %     95 %   unit",
            "cpu                112       97      127   % of one core (400 = all)")
        .contains("overload         5.0 %                     at figlet=30")
        .endsWith(
            "at rest: cpu 62 %, ram 3.34 GB, ram-percent 20.5 %, power 0.77 W from the model",
            "within the measured range; functions known");
  }

  @Test
  void frontierAnswersInJson() throws IOException {
    asked.model = new FakeForecaster(load -> 0.001);
    asked.run("frontier", "--node-type", "MID", "--function", "nmap", "--risk", "0.01", "--json");
    JsonNode answer = asked.json();
    assertThat(answer.at("/rate").asDouble()).isEqualTo(50);
    assertThat(answer.at("/bound").asText()).isEqualTo("measured");
    assertThat(answer.at("/at_least").asBoolean()).isTrue();
    assertThat(answer.at("/risk").asDouble()).isEqualTo(0.01);
    assertThat(answer.at("/with").isEmpty()).isTrue();
    assertThat(answer.at("/overload").asDouble()).isEqualTo(0.001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "predict --node-type MID --rates figlt=5 | unknown function 'figlt': the model knows env, figlet, nmap",
        "predict --node-type MID --rates figlt=0 | unknown function 'figlt'",
        "predict --node-type HUGE --rates figlet=5 | unknown node type 'HUGE': the model knows LIGHT, MID; bin/forecaster calibrate",
        "predict --node-type MID --rates figlet=-5 | the rate of figlet is '-5'",
        "predict --node-type MID --rates figlet=NaN | the rate of figlet is 'NaN'",
        "predict --node-type MID --rates figlet=Infinity | the rate of figlet is 'Infinity'",
        "predict --node-type MID --rates figlet=much | the rate of figlet is 'much'",
        "predict --node-type MID --rates figlet=5,figlet=5 | figlet stands twice",
        "predict --node-type MID --rates figlet=5 --risk 0 | '0' is not a risk between 0 and 1",
        "predict --node-type MID --rates figlet=5 --risk 1 | '1' is not a risk between 0 and 1",
        "predict --node-type MID --rates figlet=5 --idle-cpu 500 | CPU at rest is 500 %, but MID has 400 % in all",
        "predict --node-type MID --rates figlet=5 --idle-cpu x | 'x' is no CPU at rest in percent of one core",
        "predict --node-type MID --rates figlet=5 --idle-ram 4.2XB | '4.2XB' is not a size",
        "predict --node-type MID --rates figlet=5 --idle-ram-percent 300 | memory at rest is 300 % of all",
        "predict --node-type MID --rates figlet=5 --idle-power -3 | '-3' is no power at rest in watts",
        "frontier --node-type MID --function what | unknown function 'what'",
        "frontier --node-type MID --function figlet --with figlet=3 | figlet is the function in question",
        "frontier --node-type MID --function figlet --with env=-3 | the rate of env is '-3'",
        "frontier --node-type MID --function figlet --max 0 | '0' is no rate to stop at",
        "frontier --node-type MID --function figlet --risk 5 | '5' is not a risk between 0 and 1 (5 % is 0.05)",
        "whatif missing.csv --node-type MID | no file missing.csv",
      })
  void refusesBadQuestionsInOneLine(String words, String message) {
    List<String> all = List.of(words.split(" "));
    assertThat(asked.run(all.get(0), all.subList(1, all.size()).toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(asked.err.toString()).startsWith(message).doesNotContain("\n");
    assertThat(asked.out.toString()).isEmpty();
  }

  @Test
  void saysHowToMakeAModelThatIsNotThereAndPassesOnWhatABrokenOneSays() throws IOException {
    List<String> words =
        List.of("predict", "--model", "none.json", "--node-type", "MID", "--rates", "env=1");
    assertThat(asked.execute(words)).isEqualTo(2);
    assertThat(asked.err.toString())
        .isEqualTo("no model file none.json: bin/forecaster train DATA -o model.json writes one");
    asked.err.getBuffer().setLength(0);
    asked.write("broken", "");
    assertThat(asked.run("predict", "--node-type", "MID", "--rates", "env=1")).isEqualTo(1);
    assertThat(asked.err.toString()).endsWith("model.json: not a model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"predict", "frontier", "whatif"})
  void explainThemselves(String command) {
    assertThat(asked.execute(List.of(command, "--help"))).isZero();
    assertThat(asked.out.toString())
        .startsWith("Usage: forecaster " + command)
        .contains("--model=M", "--node-type=T", "--idle-cpu=PERCENT", "--json");
  }
}
