package io.github.edgewatt.profiler.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.extract.Format;
import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.NameRule;
import io.github.edgewatt.profiler.extract.Plan;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.extract.Span;
import io.github.edgewatt.profiler.extract.fetch.BadAnswerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetConsumerTest {
  private static final String HEAD =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";

  @TempDir private Path root;

  private Snapshot snapshot(Format format) throws Exception {
    Plan.Source source =
        new Plan.Source("http://a:1", new NameRule(".*", ""), 2, List.of("b", "a"));
    Plan plan = new Plan(new Span(100, 130, 10), 2, format, List.of(source));
    Snapshot snapshot = Snapshot.create(root, 7, plan, "test");
    answer("b/100-110", series("z", "[100,\"1\"],[110,\"1\"]"));
    answer("b/120-130", series("z", "[120,\"2\"],[130,\"NaN\"]"));
    answer(
        "a/100-110", series("x", "[100,\"5\"],[110,\"5\"]") + "," + series("y", "[110,\"+Inf\"]"));
    answer("a/120-130", series("x", "[130,\"5\"]"));
    return snapshot;
  }

  private static String series(String label, String values) {
    return "{\"metric\":{\"__name__\":\"m\",\"l\":\"%s\"},\"values\":[%s]}"
        .formatted(label, values);
  }

  private void answer(String name, String content) throws Exception {
    Path file = root.resolve("7").resolve(name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEAD + content + "]}}");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "BOTH"})
  void changingSeriesHaveSamplesAndStaticOnesAValue(Format format) throws Exception {
    Snapshot snapshot = snapshot(format);
    try (ParquetConsumer parquet = ParquetConsumer.open(snapshot, 128)) {
      for (Metric metric : snapshot.plan().metrics()) {
        assertThat(parquet.has(metric)).isFalse();
        parquet.take(metric);
        assertThat(parquet.has(metric)).isTrue();
      }
      parquet.finish();
      parquet.discard();
    }
    Path folder = root.resolve("7/parquet");
    assertThat(
            Tables.rows(
                "SELECT metric, series, epoch_ms(time), value FROM '%s'"
                    .formatted(folder.resolve("samples.parquet"))))
        .containsExactly("b|2|100000|1.0", "b|2|110000|1.0", "b|2|120000|2.0", "b|2|130000|NaN");
    assertThat(
            Tables.rows(
                """
                SELECT series, metric, labels, points, "distinct", static_percent, nan_percent,
                  constant, server, epoch_ms(first), epoch_ms(last) FROM '%s'
                """
                    .formatted(folder.resolve("series.parquet"))))
        .containsExactly(
            "0|a|{\"l\":\"x\"}|3|1|66.66666666666667|0.0|5.0|http://a:1|100000|130000",
            "1|a|{\"l\":\"y\"}|1|1|66.66666666666667|66.66666666666667|Infinity|http://a:1|110000|110000",
            "2|b|{\"l\":\"z\"}|4|2|50.0|25.0|null|http://a:1|100000|130000");
    assertThat(Files.readAllLines(folder.resolve("overview.csv")))
        .first()
        .isEqualTo("metric_name,metric_props,static%,nan%");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("samples.parquet", "series.parquet", "overview.csv");
    assertThat(Files.exists(root.resolve("7/a"))).isEqualTo(format == Format.BOTH);
  }

  @Test
  void timesAreUtcInMilliseconds() throws Exception {
    Snapshot snapshot = snapshot(Format.BOTH);
    try (ParquetConsumer parquet = ParquetConsumer.open(snapshot, 128)) {
      parquet.take(snapshot.plan().metrics().get(0));
      parquet.finish();
    }
    Path samples = root.resolve("7/parquet/samples.parquet");
    assertThat(Tables.rows("SELECT min(time)::VARCHAR FROM '%s'".formatted(samples)))
        .containsExactly("1970-01-01 00:01:40");
    assertThat(
            Tables.rows(
                "SELECT logical_type FROM parquet_schema('%s') WHERE name = 'time'"
                    .formatted(samples)))
        .first()
        .asString()
        .contains("MILLIS");
  }

  @Test
  void whatCannotBeReadIsRemovedAndItsMetricLeftOut() throws Exception {
    Snapshot snapshot = snapshot(Format.PARQUET);
    answer("b/120-130", series("z", "[120,\"2\"],[130"));
    Metric bad = new Metric(0, "b", "b");
    try (ParquetConsumer parquet = ParquetConsumer.open(snapshot, 128)) {
      assertThatThrownBy(() -> parquet.take(bad))
          .isInstanceOf(BadAnswerException.class)
          .hasMessageContaining("cannot be read and was removed");
      assertThat(parquet.has(bad)).isFalse();
    }
    assertThat(root.resolve("7/b").toFile().list()).containsExactly("100-110.json");
    answer("b/120-130", series("z", "[120,\"2\"],[130,\"3\"]"));
    try (ParquetConsumer again = ParquetConsumer.open(snapshot, 128)) {
      again.take(bad);
      again.finish();
    }
    assertThat(
            Tables.rows(
                "SELECT value FROM '%s'".formatted(root.resolve("7/parquet/samples.parquet"))))
        .containsExactly("1.0", "1.0", "2.0", "3.0");
  }

  @Test
  void aSessionGoesOnWithWhatAnEarlierOneTook() throws Exception {
    Snapshot snapshot = snapshot(Format.PARQUET);
    List<Metric> metrics = snapshot.plan().metrics();
    try (ParquetConsumer first = ParquetConsumer.open(snapshot, 128)) {
      first.take(metrics.get(0));
    }
    try (ParquetConsumer second = ParquetConsumer.open(snapshot, 128)) {
      assertThat(second.has(metrics.get(0))).isTrue();
      second.take(metrics.get(1));
      second.finish();
    }
    assertThat(
            Tables.rows(
                "SELECT count(*), count(DISTINCT series) FROM '%s'"
                    .formatted(root.resolve("7/parquet/series.parquet"))))
        .containsExactly("3|3");
  }

  @Test
  void aBrokenStagingFileIsMadeAnew() throws Exception {
    Snapshot snapshot = snapshot(Format.BOTH);
    Files.createDirectories(root.resolve("7/parquet"));
    Files.writeString(root.resolve("7/parquet/.staging.duckdb"), "garbage ".repeat(1000));
    try (ParquetConsumer parquet = ParquetConsumer.open(snapshot, 128)) {
      assertThat(parquet.has(snapshot.plan().metrics().get(0))).isFalse();
    }
  }
}
