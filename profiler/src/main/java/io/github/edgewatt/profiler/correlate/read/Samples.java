package io.github.edgewatt.profiler.correlate.read;

import io.github.edgewatt.profiler.correlate.rule.Grid;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The extracted series: one after the other, so that memory holds one at a time. */
public final class Samples {
  private static final String SERIES = "SELECT series, metric, labels FROM catalogue ";

  private final Database database;

  /**
   * Over tables {@code samples} (series, time in milliseconds, value) and {@code catalogue}
   * (series, metric, labels, and whether it is in {@code samples}).
   */
  Samples(Database database) {
    this.database = database;
  }

  /** Those of {@code samples.parquet} and {@code series.parquet} in a folder. */
  public static Samples parquet(Database database, Path folder) throws SQLException {
    database.execute(
        "CREATE VIEW samples AS SELECT series, epoch_ms(time) AS time, value FROM read_parquet("
            + Database.quoted(folder.resolve("samples.parquet").toString())
            + ")");
    database.execute(
        "CREATE VIEW catalogue AS SELECT series, metric, CAST(labels AS VARCHAR) AS labels,"
            + " \"constant\" IS NOT NULL AS still, points, static_percent, nan_percent FROM"
            + " read_parquet("
            + Database.quoted(folder.resolve("series.parquet").toString())
            + ")");
    return new Samples(database);
  }

  /** What the samples span, at the distance most of them have; empty where there are none. */
  public Optional<Grid> grid() throws SQLException {
    List<Grid> grids = new ArrayList<>();
    database.query(
        "WITH few AS (SELECT DISTINCT series FROM samples LIMIT 50), gaps AS (SELECT time -"
            + " lag(time) OVER (PARTITION BY series ORDER BY time) AS gap FROM samples"
            + " WHERE series IN (SELECT series FROM few)), step AS (SELECT gap FROM gaps WHERE"
            + " gap > 0 GROUP BY gap ORDER BY count(*) DESC, gap LIMIT 1) SELECT (SELECT gap FROM"
            + " step), min(time), max(time) FROM samples",
        row -> {
          long step = row.getLong(1);
          if (step > 0) {
            long first = row.getLong(2);
            long points =
                Math.min(Grid.MOST_POINTS, (row.getLong(3) - first + step / 2) / step + 1);
            grids.add(new Grid(first, step, (int) points));
          }
        });
    return grids.stream().findFirst();
  }

  /** All series that have samples. */
  public List<SeriesName> moving() throws SQLException {
    return names(SERIES + "WHERE NOT still ORDER BY series");
  }

  /**
   * A series the extract found to be static, which has no samples.
   *
   * @param points values it had
   */
  public record Still(SeriesName name, int points, double staticPercent, double nanPercent) {}

  /** All of those. */
  public List<Still> still() throws SQLException {
    List<Still> all = new ArrayList<>();
    database.query(
        "SELECT series, metric, labels, points, static_percent, nan_percent FROM catalogue WHERE"
            + " still ORDER BY series",
        row ->
            all.add(
                new Still(
                    SeriesName.of(row.getInt(1), row.getString(2), row.getString(3)),
                    row.getInt(4),
                    row.getDouble(5),
                    row.getDouble(6))));
    return all;
  }

  private List<SeriesName> names(String sql) throws SQLException {
    List<SeriesName> names = new ArrayList<>();
    database.query(
        sql, row -> names.add(SeriesName.of(row.getInt(1), row.getString(2), row.getString(3))));
    return names;
  }

  /** Hands over every series on the grid, NaN where it has no value; the array is used again. */
  public void each(Grid grid, BiConsumer<Integer, double[]> take) throws SQLException {
    read(grid, "", take);
  }

  /** Hands over only these. */
  public void each(Grid grid, Collection<Integer> series, BiConsumer<Integer, double[]> take)
      throws SQLException {
    if (!series.isEmpty()) {
      String list = series.stream().map(String::valueOf).collect(Collectors.joining(", "));
      read(grid, "AND series IN (" + list + ") ", take);
    }
  }

  private void read(Grid grid, String which, BiConsumer<Integer, double[]> take)
      throws SQLException {
    double[] values = new double[grid.points()];
    int[] current = {-1};
    Arrays.fill(values, Double.NaN);
    database.query(
        "SELECT series, time, value FROM samples WHERE time BETWEEN "
            + (grid.firstMillis() - grid.stepMillis())
            + " AND "
            + (grid.millis(grid.points() - 1) + grid.stepMillis())
            + " "
            + which
            + "ORDER BY series, time",
        row -> {
          int series = row.getInt(1);
          if (series != current[0]) {
            if (current[0] >= 0) {
              take.accept(current[0], values);
              Arrays.fill(values, Double.NaN);
            }
            current[0] = series;
          }
          int at = grid.nearest(row.getLong(2));
          double value = row.getDouble(3);
          if (at >= 0 && !row.wasNull() && Double.isFinite(value)) {
            values[at] = value;
          }
        });
    if (current[0] >= 0) {
      take.accept(current[0], values);
    }
  }
}
