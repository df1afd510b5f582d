package io.github.edgewatt.weights.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "osmotic_lb_opt_lookback | 90 | osmotic_lb_opt_lookback is longer than"
            + " galileo_context_telemetry_window_size: 90 s and 60 s",
        "galileo_context_trace_window_size | 10 | osmotic_lb_opt_lookback is longer than"
            + " galileo_context_trace_window_size: 15 s and 10 s",
        "edgewatt_cluster_sources | foo | edgewatt_cluster_sources names 'foo'",
        "edgewatt_cluster_sources | prometheus | edgewatt_cluster_prometheus_url",
        "edgewatt_cluster_infos_interval | 0 | edgewatt_cluster_infos_interval is '0'",
      })
  void whatCannotBeUsedIsRefusedInOneLine(String name, String value, String why) {
    assertThatThrownBy(() -> Plan.check(new Environment(Map.of(name, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void theUsualIsFine() {
    Plan.check(new Environment(Map.of()));
  }
}
