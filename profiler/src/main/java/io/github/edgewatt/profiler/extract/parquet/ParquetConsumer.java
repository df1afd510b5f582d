package io.github.edgewatt.profiler.extract.parquet;

import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.Segment;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.extract.fetch.BadAnswerException;
import io.github.edgewatt.profiler.extract.fetch.Consumer;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Gathers metrics in a staging file, and makes the dataset of it at the end. */
public final class ParquetConsumer implements Consumer, AutoCloseable {
  /** The dataset's folder in a snapshot. */
  public static final String FOLDER = "parquet";

  private static final String STAGING = ".staging.duckdb";

  private final Snapshot snapshot;
  private final Path folder;
  private final Staging staging;
  private int nextId;

  private ParquetConsumer(Snapshot snapshot, Path folder, Staging staging, int nextId) {
    this.snapshot = snapshot;
    this.folder = folder;
    this.staging = staging;
    this.nextId = nextId;
  }

  /**
   * Opens a snapshot's staging file, or makes one; metrics of an earlier session are in it still.
   *
   * @param memoryMebibytes what DuckDB takes before it works on disk
   */
  public static ParquetConsumer open(Snapshot snapshot, int memoryMebibytes) throws IOException {
    Path folder = Files.createDirectories(snapshot.folder().resolve(FOLDER));
    Path file = folder.resolve(STAGING);
    Staging staging;
    try {
      staging = Staging.open(file, memoryMebibytes);
    } catch (IOException e) {
      // A file that a crash of the machine has broken; what it held is fetched or read again.
      Staging.delete(file);
      staging = Staging.open(file, memoryMebibytes);
    }
    try {
      return new ParquetConsumer(snapshot, folder, staging, staging.nextId());
    } catch (SQLException e) {
      staging.close();
      throw new StagingException(e);
    }
  }

  @Override
  public boolean has(Metric metric) {
    try {
      return staging.has(metric.folder());
    } catch (SQLException e) {
      throw new IllegalStateException(Staging.line(e), e);
    }
  }

  @Override
  public void take(Metric metric) throws IOException, BadAnswerException {
    DuckDBConnection connection = staging.connection();
    try {
      staging.run("BEGIN TRANSACTION");
      try {
        load(metric, connection);
        staging.run("COMMIT");
      } catch (IOException | SQLException | BadAnswerException | RuntimeException e) {
        staging.run("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw new StagingException(e);
    }
    if (!snapshot.plan().format().json()) {
      snapshot.drop(metric);
    }
  }

  private void load(Metric metric, DuckDBConnection connection)
      throws IOException, SQLException, BadAnswerException {
    MetricLoad load;
    try (DuckDBAppender samples = connection.createAppender("samples")) {
      load = new MetricLoad(snapshot.plan().span(), samples, nextId);
      Path answers = snapshot.folder(metric);
      for (Segment segment : snapshot.held(metric)) {
        read(segment, answers.resolve(segment.fileName()), load);
      }
    }
    try (DuckDBAppender series = connection.createAppender("series")) {
      load.catalogue(series, metric, snapshot.plan().servers().get(metric.server()).url());
    }
    staging.done(metric.folder());
    nextId = load.nextId();
  }

  private static void read(Segment segment, Path file, MetricLoad load)
      throws IOException, BadAnswerException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      new MatrixReader(load).read(in);
    } catch (StagingException e) {
      throw e;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      String why = "the answer cannot be read and was removed: " + e.getMessage();
      throw new BadAnswerException(segment, why.lines().findFirst().orElse(why), e);
    }
  }

  /**
   * Makes the dataset of all metrics that were taken.
   *
   * @return where it is
   */
  public Path finish() throws IOException {
    try {
      new DatasetWriter(staging, folder).write();
      if (!snapshot.plan().format().json()) {
        for (Metric metric : snapshot.plan().metrics()) {
          // A kill may have come between a metric's storing and its answers' removal.
          if (Files.isDirectory(snapshot.folder().resolve(metric.folder())) && has(metric)) {
            snapshot.drop(metric);
          }
        }
      }
      return folder;
    } catch (SQLException e) {
      throw new StagingException(e);
    }
  }

  /** Removes the staging file: nothing is to be added any more. */
  public void discard() throws IOException {
    close();
    Staging.delete(folder.resolve(STAGING));
  }

  @Override
  public void close() throws IOException {
    staging.close();
  }
}
