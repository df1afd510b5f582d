package io.github.edgewatt.profiler.extract.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * Numbers the series by metric, server and labels, and writes what the staging file holds as {@code
 * samples.parquet}, {@code series.parquet} and {@code overview.csv}.
 */
final class DatasetWriter {
  private static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2";

  private final Staging staging;
  private final Path folder;

  DatasetWriter(Staging staging, Path folder) {
    this.staging = staging;
    this.folder = folder;
  }

  void write() throws SQLException, IOException {
    // What is static and what is not a number, as upstream's overview counts it: of the rows of a
    // table with one column a series and one row a time at which any series of the metric has a
    // sample.
    staging.run(
        """
        CREATE OR REPLACE TEMP TABLE catalogue AS
        SELECT s.id, (row_number() OVER (ORDER BY s.metric, s.server, s.labels) - 1)::INTEGER AS series,
          s.metric, s.labels, s.points,
          CASE WHEN s.static THEN least(s.numbers, 1) ELSE d.values END AS distinct_values,
          s.rows, s.numbers, s.static, s.constant, s.server, s.first, s.last
        FROM series s LEFT JOIN (
          SELECT id, count(*) AS values
          FROM (SELECT DISTINCT id, value FROM samples WHERE NOT isnan(value)) GROUP BY id) d
        ON s.id = d.id
        """);
    copy(
        "samples.parquet",
        PARQUET + ", ROW_GROUP_SIZE 491520",
        """
        SELECT c.metric, c.series, epoch_ms(s.time)::TIMESTAMP_MS AS time, s.value
        FROM samples s JOIN catalogue c ON s.id = c.id ORDER BY c.series, s.time
        """);
    copy(
        "series.parquet",
        PARQUET,
        """
        SELECT series, metric, labels, points, coalesce(distinct_values, 0)::BIGINT AS "distinct",
          100.0 * (rows - coalesce(distinct_values, 0)) / rows AS static_percent,
          100.0 * (rows - numbers) / rows AS nan_percent,
          CASE WHEN static THEN constant END AS constant, server,
          epoch_ms(first)::TIMESTAMP_MS AS first, epoch_ms(last)::TIMESTAMP_MS AS last
        FROM catalogue ORDER BY series
        """);
    copy(
        "overview.csv",
        "FORMAT csv, HEADER true",
        """
        SELECT metric AS metric_name, labels AS metric_props,
          100.0 * (rows - coalesce(distinct_values, 0)) / rows AS "static%",
          100.0 * (rows - numbers) / rows AS "nan%"
        FROM catalogue ORDER BY series
        """);
  }

  private void copy(String name, String options, String query) throws SQLException, IOException {
    Path part = folder.resolve("." + name + ".part");
    staging.run(
        "COPY (%s) TO '%s' (%s)".formatted(query, Staging.quoted(part.toString()), options));
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
