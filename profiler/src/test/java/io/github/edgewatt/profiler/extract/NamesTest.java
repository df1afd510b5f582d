package io.github.edgewatt.profiler.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final List<String> NAMES =
      List.of(
          "yolo_pre_time_count",
          "node_load1",
          "prometheus_tsdb_blocks",
          "grafana_alerts",
          "alertmanager_up",
          "kafka_server_x",
          "my_prometheus_copy");

  @Test
  void theFirstServerGivesAllButWhatWatchesTheWatchers() {
    assertThat(NameRule.ofServer(0, null, null).choose(NAMES))
        .containsExactly(
            "kafka_server_x", "my_prometheus_copy", "node_load1", "yolo_pre_time_count");
  }

  @Test
  void furtherServersGiveThePipelineOnly() {
    assertThat(NameRule.ofServer(1, null, null).choose(NAMES))
        .containsExactly("kafka_server_x", "yolo_pre_time_count");
  }

  @Test
  void bothRulesCanBeReplaced() {
    assertThat(NameRule.ofServer(1, ".*", null).choose(NAMES)).hasSize(NAMES.size());
    assertThat(NameRule.ofServer(0, "node_.*|grafana_.*", null).choose(NAMES))
        .containsExactly("node_load1");
    assertThat(NameRule.ofServer(0, null, "node_.*").choose(NAMES))
        .contains("grafana_alerts")
        .doesNotContain("node_load1");
    assertThat(NameRule.ofServer(0, "node", null).choose(NAMES)).isEmpty();
  }

  @Test
  void refusesWhatIsNoExpression() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameRule.ofServer(0, "node_(", null))
        .withMessageContaining("--include 'node_(' is no regular expression");
  }

  @ParameterizedTest
  @CsvSource({
    "node_load1, node_load1, node_load1",
    "job:x:rate5m, job:x:rate5m, job:x:rate5m",
    "Inf, '{__name__=\"Inf\"}', Inf",
    "http.server/ä, '{__name__=\"http.server/ä\"}', http.server%2F%C3%A4",
    "'a\"b\\', '{__name__=\"a\\\"b\\\\\"}', a%22b%5C",
    ".., '{__name__=\"..\"}', %2E.",
    "parquet, parquet, %70arquet"
  })
  void namesAreAskedForAndStoredSafely(String name, String expression, String folder) {
    assertThat(MetricName.expression(name)).isEqualTo(expression);
    assertThat(MetricName.folder(name)).isEqualTo(folder);
  }

  @Test
  void longNamesFitAFileSystem() {
    String one = MetricName.folder("ä".repeat(300));
    assertThat(one).hasSizeLessThan(255).isNotEqualTo(MetricName.folder("ä".repeat(301)));
  }

  @Test
  void aNameOfTwoServersHasTwoFolders() {
    NameRule rule = NameRule.ofServer(0, null, null);
    Plan.Source one = new Plan.Source("http://a", rule, 2, List.of("x", "up"));
    Plan.Source two = new Plan.Source("http://b", rule, 1, List.of("up"));
    Plan plan = new Plan(new Span(0, 10, 5), 100, Format.JSON, List.of(one, two));
    assertThat(plan.metrics())
        .containsExactly(
            new Metric(0, "x", "x"), new Metric(0, "up", "up"), new Metric(1, "up", "up@2"));
  }
}
