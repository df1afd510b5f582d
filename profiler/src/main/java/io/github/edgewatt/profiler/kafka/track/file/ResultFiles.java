package io.github.edgewatt.profiler.kafka.track.file;

import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.io.IOException;
import java.nio.file.Path;

/** A run's tables, {@code 0.csv}, {@code 1.csv} …, each of so many rows. */
public final class ResultFiles {
  private final RunFolder folder;
  private final TableHeader header;
  private final int rowsPerFile;
  private final Positions positions;
  private ResultTable table;
  private int number;
  private long rows;

  /**
   * @param rowsPerFile the published {@code --save_interval}
   * @param topic the id of the topic results come from, 16 bytes
   */
  public ResultFiles(RunFolder folder, TableHeader header, int rowsPerFile, byte[] topic)
      throws IOException {
    this.folder = folder;
    this.header = header;
    this.rowsPerFile = rowsPerFile;
    this.positions = new Positions(folder.path(), topic);
  }

  public Path path() {
    return folder.path();
  }

  public long rows() {
    return rows;
  }

  /** Writes a result, read from this place of the topic of results. */
  public void add(TrackedResult result, int partition, long offset) throws IOException {
    if (table == null) {
      table = new ResultTable(folder.path(), number, header);
    }
    byte[] line = table.line(result);
    positions.put(new Positions.Slot(partition, offset, number, table.length() + line.length));
    table.add(line);
    rows++;
    if (table.rows() >= rowsPerFile) {
      complete();
    }
  }

  private void complete() throws IOException {
    if (table != null) {
      table.close();
      table = null;
      number++;
    }
  }

  /**
   * Completes the last table.
   *
   * @param known whether Kafka knows of all that was written; otherwise the next run is told
   */
  public void close(boolean known) throws IOException {
    try (folder) {
      complete();
      positions.close(known);
    }
  }
}
