package io.github.edgewatt.scaling.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingSettingsTest {
  private static ScalingSettings of(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put("schedule_scale_opt_" + pairs[i], pairs[i + 1]);
    }
    return ScalingSettings.of(new Environment(variables));
  }

  @Test
  void anEmptyEnvironmentHasTheDefaults() {
    ScalingSettings settings = ScalingSettings.defaults();
    assertThat(settings.policy()).isEqualTo("pressure");
    assertThat(settings.minThreshold()).isEqualTo(0.2);
    assertThat(settings.maxThreshold()).isEqualTo(0.8);
    assertThat(settings.lookback()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.caps()).isEqualTo(new Caps(20, Map.of(), Map.of()));
    assertThat(settings.pace())
        .isEqualTo(
            new Pace(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60)));
    assertThat(settings.formula().pressures())
        .containsExactly(Component.REQUEST, Component.RTT_LOG, Component.CPU_USAGE);
    assertThat(settings.formula().curve()).isEqualTo(new Curve(250, 1, 0.2, 35, 0));
    assertThat(settings.formula().percentile()).isEqualTo(90);
    assertThat(settings.formula().measure()).isEqualTo(TimeMeasure.RTT);
    assertThat(settings.formula().compatible()).isFalse();
    assertThat(settings.formula().required("fn")).isNaN();
    assertThat(settings.wattGain()).isEqualTo(0.1);
    assertThat(settings.targets())
        .isEqualTo(new BaselineTargets(Map.of(), Map.of(), Map.of(), Map.of(), TimeMeasure.RTT));
    assertThat(of("policy", "hpa").lookback()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void everyVariableIsRead() {
    ScalingSettings settings =
        of(
            "policy", "Watt",
            "min_threshold", "0.1",
            "max_threshold", "0.3",
            "lookback", "15",
            "pressures", "request, Normalized_Network_Latency",
            "weight_network_latency_fulfillment", "2",
            "weight_request", "0.5",
            "latency_requirement_my_fn", "70",
            "a", "100",
            "b", "2",
            "c", "0.5",
            "d", "40",
            "offset", "0.25",
            "percentile_duration", "99",
            "target_time_measure", "latency",
            "max_replicas_busy", "5",
            "max_replicas_my_fn", "3",
            "min_replicas_my_fn", "2",
            "cooldown_up", "0",
            "cooldown_down", "1.5",
            "steady", "9",
            "watt_gain", "0.2",
            "compatible", "true");
    assertThat(settings.policy()).isEqualTo("watt");
    assertThat(settings.minThreshold()).isEqualTo(0.1);
    assertThat(settings.maxThreshold()).isEqualTo(0.3);
    assertThat(settings.lookback()).isEqualTo(Duration.ofSeconds(15));
    Formula formula = settings.formula();
    assertThat(formula.pressures())
        .isEqualTo(List.of(Component.REQUEST, Component.NETWORK_DISTANCE));
    assertThat(formula.weights())
        .containsEntry(Component.LATENCY_REQ_UNBOUND, 2.0)
        .containsEntry(Component.REQUEST, 0.5)
        .containsEntry(Component.CPU_USAGE, 1.0);
    assertThat(formula.required("my_fn")).isEqualTo(70);
    assertThat(formula.curve()).isEqualTo(new Curve(100, 2, 0.5, 40, 0.25));
    assertThat(formula.curve().ofTimes().d()).isEqualTo(30);
    assertThat(formula.percentile()).isEqualTo(99);
    assertThat(formula.measure()).isEqualTo(TimeMeasure.LATENCY);
    assertThat(formula.compatible()).isTrue();
    assertThat(settings.caps().most("my_fn")).isEqualTo(3);
    assertThat(settings.caps().most("other")).isEqualTo(5);
    assertThat(settings.caps().least("my_fn")).isEqualTo(2);
    assertThat(settings.pace())
        .isEqualTo(new Pace(Duration.ZERO, Duration.ofMillis(1500), Duration.ofSeconds(9)));
    assertThat(settings.wattGain()).isEqualTo(0.2);
  }

  @Test
  void baselinesHaveTargetsOfTheirOwn() {
    BaselineTargets targets =
        of(
                "policy", "hlcpa",
                "hlcpa_duration_target_fn", "50",
                "hlcpa_threshold_tolerance", "0.2",
                "hlcpa_threshold_tolerance_fn", "0.3",
                "hlcpa_duration_percentile_fn", "95",
                "hlcpa_time_measure_target", "latency",
                "hpa_duration_target_fn", "1")
            .targets();
    assertThat(targets.millisOf("fn")).isEqualTo(50);
    assertThat(targets.millisOf("other")).isEqualTo(100);
    assertThat(targets.toleranceOf("fn")).isEqualTo(0.3);
    assertThat(targets.toleranceOf("other")).isEqualTo(0.2);
    assertThat(targets.percentileOf("fn")).isEqualTo(95);
    assertThat(targets.percentileOf("other")).isEqualTo(90);
    assertThat(targets.measure()).isEqualTo(TimeMeasure.LATENCY);
    assertThat(of("policy", "hcpa", "hcpa_cpu_target_fn", "60").targets().cpuPercentOf("fn"))
        .isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "pressures=request,heat; schedule_scale_opt_pressures has 'heat': it may have request,"
            + " network_distance, normalized_network_latency, latency_req_unbound,"
            + " network_latency_fulfillment, latency_req_log, network_latency_requirement_log,"
            + " rtt_log, cpu_usage",
        "min_threshold=0.9; schedule_scale_opt_min_threshold is 0.9: it must not exceed"
            + " schedule_scale_opt_max_threshold, 0.8",
        "min_cpu_threshold=0.9; schedule_scale_opt_min_cpu_threshold is 0.9: it must not exceed"
            + " schedule_scale_opt_max_cpu_threshold, 0.8",
        "max_threshold=-1; schedule_scale_opt_max_threshold is '-1'",
        "policy=heat; schedule_scale_opt_policy is 'heat'",
        "a=250; schedule_scale_opt_b, schedule_scale_opt_c, schedule_scale_opt_d,"
            + " schedule_scale_opt_offset missing",
        "lookback=0; schedule_scale_opt_lookback is '0'",
        "latency_requirement_fn=-70; schedule_scale_opt_latency_requirement_fn is '-70'",
        "latency_requirement_fn=x; schedule_scale_opt_latency_requirement_fn is 'x'",
        "percentile_duration=101; schedule_scale_opt_percentile_duration is '101'",
        "max_replicas_busy=0; schedule_scale_opt_max_replicas_busy is '0'",
        "max_replicas_fn=1.5; schedule_scale_opt_max_replicas_fn is '1.5'",
        "min_replicas_fn=21; schedule_scale_opt_min_replicas_fn is 21",
        "weight_request=-1; schedule_scale_opt_weight_request is '-1'",
        "cooldown_up=-1; schedule_scale_opt_cooldown_up is '-1'",
        "target_time_measure=both; schedule_scale_opt_target_time_measure is 'both'",
        "watt_gain=1; schedule_scale_opt_watt_gain is '1'",
        "compatible=perhaps; schedule_scale_opt_compatible is 'perhaps'"
      })
  void whatCannotBeUsedIsToldInOneLine(String setting, String line) {
    String[] pair = setting.split("=", 2);
    assertThatThrownBy(() -> of(pair[0], pair[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(line)
        .hasMessageNotContaining("\n");
  }

  @Test
  void recordsCheckWhatTheEnvironmentDoesNot() {
    ScalingSettings one = ScalingSettings.defaults();
    assertThatThrownBy(
            () ->
                new ScalingSettings(
                    "pressure",
                    one.formula(),
                    0.5,
                    0.4,
                    one.caps(),
                    one.pace(),
                    one.lookback(),
                    0,
                    one.targets()))
        .hasMessageContaining("schedule_scale_opt_max_threshold, 0.4");
    assertThatThrownBy(() -> new Curve(0, 0, 0, 0, 0)).hasMessageContaining("a must be more");
    assertThatThrownBy(() -> new Caps(0, Map.of(), Map.of())).hasMessageContaining("1 or more");
  }
}
