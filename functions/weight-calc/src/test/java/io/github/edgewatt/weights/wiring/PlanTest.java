package io.github.edgewatt.weights.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.weights.settings.LogLevels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @Test
  void theUsualIsAsPublished() {
    Plan plan = Plan.of(new Environment(Map.of()));
    assertThat(plan.settings().daemon()).isTrue();
    assertThat(plan.settings().interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(plan.settings().lookback()).isEqualTo(Duration.ofSeconds(15));
    assertThat(plan.settings().lease()).isEqualTo(Duration.ofSeconds(5));
    assertThat(plan.settings().electionKey()).isEqualTo("edgewatt/weight-calc/leader");
    assertThat(plan.settings().record()).isEmpty();
    assertThat(plan.decider().policy()).isEqualTo("logistic");
    assertThat(LogLevels.of(new Environment(Map.of())))
        .containsEntry("io.github.edgewatt", "DEBUG")
        .containsEntry("io.github.edgewatt.cluster", "DEBUG");
  }

  @Test
  void rivalsAreThoseOfTheSameZones() {
    assertThat(
            Plan.of(new Environment(Map.of("osmotic_lb_opt_zones", "b, a")))
                .settings()
                .electionKey())
        .isEqualTo("edgewatt/weight-calc/leader/a+b");
  }

  @Test
  void aDaemonsRecordFolderIsMadeAtTheCheck(@TempDir Path folder) {
    Path record = folder.resolve("deep").resolve("rounds");
    Plan.check(new Environment(Map.of("osmotic_lb_opt_record", record.toString())));
    assertThat(record).isDirectory();
  }

  @Test
  void withoutADaemonItsSettingsMayBeUnusable() {
    Plan.check(
        new Environment(
            Map.of(
                "osmotic_lb_opt_daemon",
                "false",
                "edgewatt_cluster_sources",
                "kubernetes",
                "osmotic_lb_opt_record",
                "/dev/null/rounds")));
    assertThat(Plan.of(new Environment(Map.of("osmotic_lb_opt_daemon", "False"))).settings())
        .matches(settings -> !settings.daemon());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "osmotic_lb_opt_lookback | 90 | osmotic_lb_opt_lookback is longer than"
            + " galileo_context_telemetry_window_size: 90 s and 60 s",
        "galileo_context_trace_window_size | 10 | osmotic_lb_opt_lookback is longer than"
            + " galileo_context_trace_window_size: 15 s and 10 s",
        "edgewatt_cluster_sources | redis,kafka | edgewatt_cluster_sources names 'kafka'",
        "edgewatt_cluster_sources | prometheus | edgewatt_cluster_prometheus_url is not set",
        "edgewatt_cluster_infos_interval | 0 | edgewatt_cluster_infos_interval is '0'",
        "osmotic_lb_opt_record | /dev/null | osmotic_lb_opt_record is '/dev/null': it must be a"
            + " folder that can be written to",
        "osmotic_lb_opt_record | /dev/null/rounds | osmotic_lb_opt_record is '/dev/null/rounds': it"
            + " must be a folder that can be written to",
        "osmotic_lb_opt_daemon | yes | osmotic_lb_opt_daemon is 'yes': it must be true or false",
        "osmotic_lb_opt_lease | 1 | osmotic_lb_opt_lease is '1': it must be a number from 2 to"
            + " 3600",
      })
  void whatCannotBeUsedIsRefusedInOneLine(String name, String value, String why) {
    Map<String, String> told = new HashMap<>();
    told.put(name, value);
    assertThatThrownBy(() -> Plan.check(new Environment(told)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why)
        .hasMessageNotContaining("\n");
  }
}
