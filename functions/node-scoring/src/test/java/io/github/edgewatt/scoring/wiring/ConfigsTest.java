package io.github.edgewatt.scoring.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.scoring.score.PolicyWeights;
import io.github.edgewatt.scoring.score.ScoringSettings;
import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigsTest {
  @Test
  void theDefaultsAreThoseOfTheRules() {
    ScoringConfig config = Given.config();

    assertThat(Settings.of(config, Policy.parse(config.policy())))
        .isEqualTo(ScoringSettings.DEFAULTS);
    assertThat(config.deadline()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.ipmiPort()).isEqualTo(9290);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power            | 1 | 0 | WATTS",
        "fpga             | 0 | 1 | WATTS",
        "wao-v1           | 1 | 0 | WAO_V1",
        "wao-v2=2, fpga=1 | 2 | 1 | WAO_V2",
        "fpga=3,power=0   | 0 | 3 | WATTS"
      })
  void readsPolicies(String text, double power, double fpga, PowerMode mode) {
    assertThat(Policy.parse(text)).isEqualTo(new Policy(new PolicyWeights(power, fpga), mode));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "best", "power=x", "power=-1", "power=0", "power,wao-v1", "power=1;fpga=1"})
  void refusesOtherPolicies(String text) {
    assertThatThrownBy(() -> Policy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void theAgeOfFpgaStatesIsASetting() {
    Policy fpga = Policy.parse("fpga");

    assertThat(Settings.of(Given.config(), fpga).fpga()).isEqualTo(FpgaSettings.DEFAULTS);
    assertThat(Settings.of(Given.config("fpga-age=90s"), fpga).fpga().age())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1/2", "1/2/x", "1/2/3/4", "-1/2/1", "NaN/1/1", "Infinity/1/1"})
  void refusesOtherWeights(String text) {
    assertThatThrownBy(() -> Policy.weights(text)).hasMessageContaining("2/2/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ipmi-port=70000", "workers=0", "queue=0", "deadline=0s", "policy=x", "weights=1"})
  void refusesWhatWouldAnswerNonsense(String setting) {
    assertThatThrownBy(() -> Configs.check(Given.config(setting)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"items\": 5}", "{\"items\": [{\"kind\": \"Node\","})
  void refusesAClusterThatIsNone(String text, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("cluster.json"), text);

    assertThatThrownBy(() -> Engine.start(Given.config("replay=" + file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no cluster in " + file)
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> Engine.start(Given.config("replay=" + folder)))
        .hasMessage("cannot read the cluster in " + folder);
  }
}
