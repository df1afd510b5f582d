package io.github.edgewatt.profiler.correlate.read;

import io.github.edgewatt.profiler.correlate.rule.Grid;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tracker's tables say on a grid. A moment stands for the step that ends with it. */
public final class TrackedLoad {
  private final Database database;

  /** When results were sent and done, in milliseconds since the epoch. */
  public record Span(long firstMillis, long lastMillis) {}

  /** Reads the tables, of any header. */
  public TrackedLoad(Database database, List<Path> tables) throws SQLException {
    this.database = database;
    String source =
        "read_csv("
            + Database.files(tables)
            + ", header = true, all_varchar = true, union_by_name = true, delim = ',', quote ="
            + " '\"', escape = '\"')";
    Set<String> columns = new HashSet<>();
    database.query("DESCRIBE SELECT * FROM " + source, row -> columns.add(row.getString(1)));
    StringBuilder numbers = new StringBuilder();
    for (String name :
        List.of("pre", "inf", "post", "queue", "start_time", "end_time", "finish_time")) {
      String column = columns.contains(name) ? "TRY_CAST(" + name + " AS DOUBLE)" : "NULL::DOUBLE";
      numbers.append(numbers.isEmpty() ? "" : ", ").append(column).append(" AS ").append(name);
    }
    database.execute(
        "CREATE TABLE results AS SELECT start_time AS sent, coalesce(finish_time, end_time + pre +"
            + " inf + post) AS done, inf + pre + post + queue AS total, queue FROM (SELECT "
            + numbers
            + " FROM "
            + source
            + ")");
  }

  /** What the results span; empty where none tells its time. */
  public Optional<Span> span() throws SQLException {
    Span[] span = new Span[1];
    database.query(
        "SELECT min(sent), max(done) FROM results WHERE sent IS NOT NULL AND done IS NOT NULL",
        row -> {
          double first = row.getDouble(1);
          boolean none = row.wasNull();
          span[0] = none ? null : new Span((long) first, (long) Math.ceil(row.getDouble(2)));
        });
    return Optional.ofNullable(span[0]);
  }

  /** Images sent per second, by the results that came back. */
  public double[] sentPerSecond(Grid grid, Span span) throws SQLException {
    double[] values = zeros(grid, span);
    grouped("sent", "count(*)", grid, values);
    return perSecond(values, grid);
  }

  /** By name: images done per second, latency's mean and 95th percentile, and the mean queue. */
  public Map<String, double[]> done(Grid grid, Span span) throws SQLException {
    Map<String, double[]> series = new LinkedHashMap<>();
    double[] count = zeros(grid, span);
    grouped("done", "count(*)", grid, count);
    series.put("throughput_images_per_s", perSecond(count, grid));
    series.put("latency_ms", over("avg(total)", grid));
    series.put("latency_p95_ms", over("quantile_cont(total, 0.95)", grid));
    series.put("queue_ms", over("avg(queue)", grid));
    return series;
  }

  private double[] over(String figure, Grid grid) throws SQLException {
    double[] values = new double[grid.points()];
    Arrays.fill(values, Double.NaN);
    grouped("done", figure, grid, values);
    return values;
  }

  private void grouped(String time, String figure, Grid grid, double[] values) throws SQLException {
    database.query(
        "SELECT CAST(ceil((%s - %d) / %d) AS BIGINT) AS bin, %s FROM results WHERE %s IS NOT NULL GROUP BY bin"
            .formatted(time, grid.firstMillis(), grid.stepMillis(), figure, time),
        row -> {
          long bin = row.getLong(1);
          double value = row.getDouble(2);
          if (bin >= 0 && bin < grid.points() && !row.wasNull()) {
            values[(int) bin] = value;
          }
        });
  }

  /** 0 while results were sent or came, unknown before and after. */
  private static double[] zeros(Grid grid, Span span) {
    double[] values = new double[grid.points()];
    for (int i = 0; i < values.length; i++) {
      long end = grid.millis(i);
      boolean within = end - grid.stepMillis() >= span.firstMillis() && end <= span.lastMillis();
      values[i] = within ? 0 : Double.NaN;
    }
    return values;
  }

  private static double[] perSecond(double[] counts, Grid grid) {
    double[] rates = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      rates[i] = counts[i] / grid.stepSeconds();
    }
    return rates;
  }
}
