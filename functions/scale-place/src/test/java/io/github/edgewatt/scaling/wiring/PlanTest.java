package io.github.edgewatt.scaling.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    Plan plan = Plan.of(Map.of());
    assertThat(plan.settings().interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(plan.lookback()).isEqualTo(Duration.ofSeconds(20));
    assertThat(plan.settings().threads()).isEqualTo(1);
    assertThat(plan.settings().dryRun()).isFalse();
    assertThat(plan.settings().inCluster()).isFalse();
    assertThat(plan.settings().logging()).isEqualTo("DEBUG");
    assertThat(plan.settings().lease().name()).isEqualTo("edgewatt-scale-place");
    assertThat(plan.settings().lease().duration()).isEqualTo(Duration.ofSeconds(15));
    assertThat(plan.policy().name()).isEqualTo("pressure");
    assertThat(plan.kubernetes()).isTrue();
    assertThat(plan.environment().list("edgewatt_cluster_sources"))
        .containsExactly("redis", "kubernetes");
  }

  @Test
  void isToldByTheEnvironment(@TempDir Path folder) {
    Map<String, String> told = new HashMap<>();
    told.put("schedule_scale_opt_reconcile_interval", "1.5");
    told.put("schedule_scale_opt_async_pod_creation", "True");
    told.put("schedule_scale_opt_async_threads", "3");
    told.put("schedule_scale_opt_dry_run", "true");
    told.put("schedule_scale_opt_logging", "warn");
    told.put("schedule_scale_opt_record", folder.toString());
    told.put("schedule_scale_opt_record_files", "7");
    told.put("schedule_scale_opt_lookback", "15");
    told.put("schedule_scale_opt_policy", "hpa");
    told.put("schedule_scale_opt_lease_name", "other");
    told.put("schedule_scale_opt_identity", "me");
    told.put("edgewatt_cluster_sources", "redis");
    Plan plan = Plan.of(told);
    assertThat(plan.settings().interval()).isEqualTo(Duration.ofMillis(1500));
    assertThat(plan.settings().threads()).isEqualTo(3);
    assertThat(plan.settings().logging()).isEqualTo("WARN");
    assertThat(plan.settings().record()).contains(folder);
    assertThat(plan.settings().mostRecords()).isEqualTo(7);
    assertThat(plan.settings().lease().identity()).isEqualTo("me");
    assertThat(plan.lookback()).isEqualTo(Duration.ofSeconds(15));
    assertThat(plan.policy().name()).isEqualTo("hpa");
    assertThat(plan.kubernetes()).isFalse();
    plan.check();
  }

  @Test
  void withoutADaemonNoClusterIsNeeded() {
    Plan plan =
        Plan.of(
            Map.of(
                "schedule_scale_opt_daemon",
                "false",
                "schedule_scale_opt_k8s_config",
                "in_cluster",
                "schedule_scale_opt_record",
                "/dev/null/rounds"));
    assertThat(plan.settings().daemon()).isFalse();
    assertThat(plan.kubernetes()).isFalse();
    plan.check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule_scale_opt_reconcile_interval | -1 | schedule_scale_opt_reconcile_interval is"
            + " '-1': it must be a number from 0 to 86400",
        "schedule_scale_opt_reconcile_interval | 0 | schedule_scale_opt_reconcile_interval is '0':"
            + " it must be a time in seconds, more than 0",
        "schedule_scale_opt_async_pod_creation | yes | schedule_scale_opt_async_pod_creation is"
            + " 'yes': it must be true or false",
        "schedule_scale_opt_k8s_config | remote | schedule_scale_opt_k8s_config is 'remote': it"
            + " must be one of local, in_cluster",
        "schedule_scale_opt_k8s_config | in_cluster | schedule_scale_opt_k8s_config is"
            + " 'in_cluster', but this is no pod: KUBERNETES_SERVICE_HOST is not set; use local",
        "schedule_scale_opt_logging | loud | schedule_scale_opt_logging is 'loud': it must be one"
            + " of debug, info, warn, error",
        "schedule_scale_opt_lease_seconds | 1 | schedule_scale_opt_lease_seconds is '1': it must be"
            + " a number from 3 to 3600",
        "schedule_scale_opt_lookback | 120 | schedule_scale_opt_lookback is longer than"
            + " galileo_context_telemetry_window_size: 120 s and 60 s",
        "galileo_context_trace_window_size | 10 | schedule_scale_opt_lookback is longer than"
            + " galileo_context_trace_window_size: 20 s and 10 s",
        "edgewatt_cluster_sources | prometheus | edgewatt_cluster_prometheus_url",
        "schedule_scale_opt_record | /dev/null | schedule_scale_opt_record is '/dev/null': it must"
            + " be a folder that can be written to",
        "schedule_scale_opt_record | /dev/null/rounds | schedule_scale_opt_record is"
            + " '/dev/null/rounds': it must be a folder that can be written to",
        "edgewatt_cluster_infos_interval | 0 | edgewatt_cluster_infos_interval is '0'",
        "edgewatt_cluster_sources | kafka | edgewatt_cluster_sources names 'kafka'",
        "schedule_scale_opt_models | /none.json | ",
        "galileo_context_redis_port | x | galileo_context_redis_port is 'x': it must be a number"
            + " from 1 to 65535",
      })
  void whatCannotBeUsedIsRefusedInOneLine(String name, String value, String why) {
    Map<String, String> told = new HashMap<>();
    told.put("edgewatt_cluster_sources", "redis");
    told.put("schedule_scale_opt_dry_run", "true");
    told.put(name, value);
    assertThatThrownBy(() -> Plan.of(told).check())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why == null ? "" : why)
        .message()
        .isNotBlank()
        .doesNotContain("\n");
  }
}
