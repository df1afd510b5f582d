package io.github.edgewatt.profiler.extract.parquet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.Span;
import java.io.IOException;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.duckdb.DuckDBAppender;

/** The series of one metric on their way into the staging file, segment after segment. */
final class MetricLoad implements MatrixReader.Series, Track.Rows {
  /** The label that tells a native histogram's count from its sum. */
  static final String PART_LABEL = "__histogram__";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Span span;
  private final DuckDBAppender samples;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private final BitSet rows = new BitSet();
  private int nextId;
  private Track current;

  MetricLoad(Span span, DuckDBAppender samples, int nextId) {
    this.span = span;
    this.samples = samples;
    this.nextId = nextId;
  }

  @Override
  public void begin(SortedMap<String, String> labels, String part) throws IOException {
    labels.remove("__name__");
    if (part.isEmpty()) {
      labels.remove(PART_LABEL);
    } else {
      labels.put(PART_LABEL, part);
    }
    current =
        tracks.computeIfAbsent(
            JSON.writeValueAsString(labels), key -> new Track(nextId++, span.step() * 1000));
  }

  @Override
  public void sample(long epochMillis, double value) throws IOException {
    if (current.sample(epochMillis, value, this)) {
      long row = (epochMillis - span.start() * 1000) / (span.step() * 1000);
      if (row >= 0 && row < span.points()) {
        rows.set((int) row);
      }
    }
  }

  @Override
  public void add(int id, long epochMillis, double value) throws IOException {
    try {
      samples.beginRow().append(id).append(epochMillis).append(value).endRow();
    } catch (SQLException e) {
      throw new StagingException(e);
    }
  }

  /** Writes down the series; their samples are there already. */
  void catalogue(DuckDBAppender series, Metric metric, String server) throws SQLException {
    for (Map.Entry<String, Track> one : tracks.entrySet()) {
      Track track = one.getValue();
      if (track.points() == 0) {
        continue;
      }
      series.beginRow().append(track.id()).append(metric.name()).append(server);
      series.append(one.getKey()).append(track.points()).append(track.numbers());
      series.append((long) rows.cardinality()).append(track.isStatic());
      series.append(track.value()).append(track.first()).append(track.last()).endRow();
    }
  }

  int nextId() {
    return nextId;
  }
}
