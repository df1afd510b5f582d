package io.github.edgewatt.profiler.correlate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Random;

/**
 * An experiment made up: a day-night load, results whose latency follows it, and metrics of which
 * some follow the load at a known lag and the others walk at random.
 */
public final class ExperimentFolder {
  static final long START = 1_700_000_000_000L;
  static final int STEP_SECONDS = 5;

  private final Path folder;
  private final int points;

  public ExperimentFolder(Path folder, int points) {
    this.folder = folder;
    this.points = points;
  }

  /** Images per second at a point: two cycles of a sine. */
  public double load(double point) {
    return 20 + 15 * Math.sin(4 * Math.PI * point / points);
  }

  /** Slices of 30 s. */
  public ExperimentFolder feed() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "slice,time_ms,fraction,target_images_per_s,sent,bytes,achieved_mbps,lag_ms,failed\n");
    for (int slice = 0; slice < points / 6; slice++) {
      double rate = load(slice * 6 + 3);
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,0.5,%.3f,%d,%d,0.1,1.0,0%n",
              slice,
              START + slice * 30_000L,
              rate,
              Math.round(rate * 30),
              Math.round(rate * 30 * 5_000)));
    }
    Files.writeString(folder.resolve("feed.csv"), csv);
    return this;
  }

  /** Results of both published generations' headers, in one folder each. */
  public ExperimentFolder tables() throws IOException {
    Random random = new Random(3);
    Path first = Files.createDirectories(folder.resolve("yolo_outputs/1700000000_m"));
    Path second = Files.createDirectories(folder.resolve("yolo_outputs/1700000001_m"));
    StringBuilder gen1 =
        new StringBuilder(",source,model,dimensions,pre,inf,post,queue,start_time,end_time\n");
    StringBuilder gen2 =
        new StringBuilder(
            ",source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id\n");
    int id = 0;
    for (int point = 0; point < points; point++) {
      double load = load(point);
      for (int i = 0; i < load; i++, id++) {
        double start = START + 1_000.0 * STEP_SECONDS * (point + i / load);
        double queue = load * 2 + random.nextDouble();
        if (point < points / 2) {
          gen1.append(
              String.format(
                  Locale.ROOT,
                  "%d,a,m,\"[1, 3, 416, 416]\",1.0,20.0,1.0,%.3f,%.1f,%.1f%n",
                  id,
                  queue,
                  start,
                  start + queue));
        } else {
          gen2.append(
              String.format(
                  Locale.ROOT,
                  "%d,a,m,\"[1, 3, 416, 416]\",0.5,1.0,20.0,1.0,%.3f,%.1f,%.1f,%d%n",
                  id,
                  queue,
                  start,
                  start + queue,
                  id));
        }
      }
    }
    Files.writeString(first.resolve("0.csv"), gen1);
    Files.writeString(second.resolve("0.csv"), gen2);
    return this;
  }

  /**
   * Series as Parquet: 0 is a counter of CPU seconds that follows the load at once, 1 joules 15 s
   * later, 2 a gauge against the load 30 s later, 3 is static in the catalogue, 4 nearly so, 5 too
   * short, the others up to {@code series} walk at random.
   */
  public ExperimentFolder parquet(int series) throws IOException, SQLException {
    Path parquet = Files.createDirectories(folder.resolve("snapshots/1700009999/parquet"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '1GB'");
      statement.execute("SELECT setseed(0.42)");
      statement.execute(
          """
          CREATE TABLE catalogue AS SELECT i::INTEGER AS series,
            CASE i WHEN 0 THEN 'node_cpu_seconds_total' WHEN 1 THEN 'kepler_node_platform_joules_total'
              WHEN 2 THEN 'free_slots' WHEN 3 THEN 'up' WHEN 4 THEN 'nearly_still'
              WHEN 5 THEN 'short' ELSE 'walk_' || i END AS metric,
            CASE i WHEN 0 THEN '{"mode":"user"}' ELSE '{"instance":"a,b"}' END AS labels,
            CASE i WHEN 3 THEN 1.0 ELSE NULL END AS "constant", 1440 AS points, 99.9 AS static_percent,
            0.0 AS nan_percent FROM range(%1$d) t(i)\
          """
              .formatted(series));
      String load = "(20 + 15 * sin(4 * pi() * (p - %d) / " + points + "))";
      statement.execute(
          """
          CREATE TABLE samples AS SELECT s.metric, s.series,
            make_timestamp((%1$d + p * 5000) * 1000) AS time,
            CASE s.series
              WHEN 0 THEN sum(5 * %2$s / 40) OVER w WHEN 1 THEN sum(5 * (3 + %3$s / 10)) OVER w
              WHEN 2 THEN 100 - %4$s + random() WHEN 4 THEN (CASE WHEN p %% 50 = 0 THEN 1 ELSE 2 END)
              WHEN 5 THEN p ELSE sum(random() - 0.5) OVER w END AS value
          FROM catalogue s, range(%5$d) t(p)
          WHERE s.series <> 3 AND (s.series <> 5 OR p < 10)
          WINDOW w AS (PARTITION BY s.series ORDER BY p)\
          """
              .formatted(START, load.formatted(0), load.formatted(3), load.formatted(6), points));
      statement.execute(
          "COPY catalogue TO '%s' (FORMAT parquet)".formatted(parquet.resolve("series.parquet")));
      statement.execute(
          "COPY (SELECT * FROM samples ORDER BY metric, series, time) TO '%s' (FORMAT parquet)"
              .formatted(parquet.resolve("samples.parquet")));
    }
    return this;
  }

  /** Makes one to look at and to measure: folder, points, series. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    new ExperimentFolder(folder, Integer.parseInt(arguments[1]))
        .feed()
        .tables()
        .parquet(Integer.parseInt(arguments[2]));
  }
}
