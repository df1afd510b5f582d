package io.github.edgewatt.cluster.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.settings.Environment;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  /** Nothing listens there. */
  private static final String NOBODY = "1";

  private static Sources start(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return Sources.start(new Environment(variables), new RecordingSink(), Clock.systemUTC());
  }

  @Test
  void redisIsTheOneWhereNoneIsNamedAndMayBeAway() {
    try (Sources sources = start("galileo_context_redis_port", NOBODY)) {
      assertThat(sources.names()).containsExactly("redis");
      assertThat(sources.missing())
          .containsExactly("nothing was read from Redis at localhost:" + NOBODY);
    }
  }

  @Test
  void severalAreOpenedTogether() {
    try (Sources sources =
        start(
            "edgewatt_cluster_sources",
            "Prometheus, redis",
            "galileo_context_redis_port",
            NOBODY,
            "edgewatt_cluster_prometheus_url",
            "http://127.0.0.1:" + NOBODY)) {
      assertThat(sources.names()).containsExactly("prometheus", "redis");
      assertThat(sources.missing()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edgewatt_cluster_sources | redis,kafka | edgewatt_cluster_sources names 'kafka'",
        "edgewatt_cluster_sources | prometheus | edgewatt_cluster_prometheus_url is not set",
        "edgewatt_cluster_sources | kubernetes | no Kubernetes: set edgewatt_cluster_kubeconfig",
        "edgewatt_cluster_infos_interval | 0 | edgewatt_cluster_infos_interval is '0'",
        "galileo_context_redis_port | x | galileo_context_redis_port is 'x'",
      })
  void whatIsWrongIsOneLineAtTheStart(String name, String value, String message) {
    assertThatThrownBy(() -> start(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> Sources.check(new Environment(Map.of(name, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aClusterOfWhichThisIsNoPodIsOneLine() {
    assertThatThrownBy(
            () ->
                start(
                    "edgewatt_cluster_sources",
                    "kubernetes",
                    "schedule_scale_opt_k8s_config",
                    "in_cluster"))
        .hasMessageStartingWith("schedule_scale_opt_k8s_config is 'in_cluster'");
    assertThatThrownBy(
            () ->
                start(
                    "edgewatt_cluster_sources",
                    "kubernetes",
                    "schedule_scale_opt_k8s_config",
                    "remote"))
        .hasMessageStartingWith("schedule_scale_opt_k8s_config is 'remote'");
  }
}
