package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PoliciesTest {
  @SuppressWarnings("UnusedVariable")
  private static final java.util.List<String> NAMES = Policies.NAMES;

  @Test
  void nothingNeedsToBeSet() {
    PolicySettings settings = Policies.settings(new Environment(Map.of()));

    assertThat(settings).isEqualTo(PolicySettings.of("logistic"));
    assertThat(settings.scope()).isEqualTo(Scope.GLOBAL);
    assertThat(settings.latency().share(35)).isBetween(0.501, 0.503);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyNameIsAPolicy(String name) {
    assertThat(Policies.of(new Environment(Map.of("osmotic_lb_opt_policy", name))).name())
        .isEqualTo(name);
  }

  @Test
  void everythingCanBeSet() {
    PolicySettings settings =
        Policies.settings(
            new Environment(
                Map.ofEntries(
                    Map.entry("osmotic_lb_opt_policy", "Watt"),
                    Map.entry("osmotic_lb_opt_scope", "zone"),
                    Map.entry("osmotic_lb_opt_compatible", "true"),
                    Map.entry("osmotic_lb_opt_a", "100"),
                    Map.entry("osmotic_lb_opt_b", "2"),
                    Map.entry("osmotic_lb_opt_c", "0.5"),
                    Map.entry("osmotic_lb_opt_midpoint", "40"),
                    Map.entry("osmotic_lb_opt_offset", "0.25"),
                    Map.entry("osmotic_lb_opt_threshold", "0.7"),
                    Map.entry("osmotic_lb_opt_threshold_my_function", "0.3"),
                    Map.entry("osmotic_lb_opt_response_window", "30.5"),
                    Map.entry("osmotic_lb_opt_response_scaling", "2"),
                    Map.entry("osmotic_lb_opt_watt_strength", "3"),
                    Map.entry("osmotic_lb_opt_watt_target", "0.6"))));

    assertThat(settings)
        .isEqualTo(
            new PolicySettings(
                "watt",
                Scope.ZONE,
                true,
                new io.github.edgewatt.cluster.formula.Logistic(100, 2, 0.5, 30),
                0.7,
                Map.of("my_function", 0.3),
                Duration.ofMillis(30_500),
                2,
                3,
                0.6));
    assertThat(settings.thresholdOf("my_function")).isEqualTo(0.3);
    assertThat(settings.thresholdOf("other")).isEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource({
    "policy, fastest",
    "scope, world",
    "compatible, yes",
    "a, 0",
    "a, -250",
    "b, 251",
    "c, -1",
    "c, NaN",
    "midpoint, -1",
    "midpoint, far",
    "offset, 2",
    "threshold, 0",
    "threshold_f, 1.5",
    "threshold_f, -0.3",
    "response_window, 0",
    "response_window, -45",
    "response_scaling, 5",
    "watt_strength, 9",
    "watt_target, 0",
  })
  void oneClearLineForWhatMakesNoSense(String name, String value) {
    Environment environment = new Environment(Map.of("osmotic_lb_opt_" + name, value));

    assertThatThrownBy(() -> Policies.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("osmotic_lb_opt_" + name + " is '")
        .hasMessageContaining("it must be")
        .hasMessageNotContaining("\n");
  }

  @Test
  void settingsCheckThemselves() {
    assertThatThrownBy(() -> PolicySettings.of("fastest")).hasMessageContaining("one of logistic,");
  }
}
