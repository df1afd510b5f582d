package io.github.edgewatt.profiler.extract.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB file in which metrics gather, in the order in which their answers come; each is there
 * whole or not at all, also after a kill.
 */
final class Staging implements AutoCloseable {
  private static final int MOST_THREADS = 4;
  private final DuckDBConnection connection;

  private Staging(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file, or makes it.
   *
   * @param memoryMebibytes what DuckDB takes before it works on disk
   */
  static Staging open(Path file, int memoryMebibytes) throws IOException {
    try {
      // Its default would be most of the machine's memory, and a folder wherever it was started.
      DuckDBConnection connection =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath());
      Staging staging = new Staging(connection);
      int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
      staging.run(
          "SET memory_limit = '" + memoryMebibytes + "MiB'",
          "SET threads = " + threads,
          "SET temp_directory = '" + quoted(file + ".tmp") + "'",
          "SET checkpoint_threshold = '256MiB'",
          "CREATE TABLE IF NOT EXISTS series (id INTEGER, metric VARCHAR, server VARCHAR,"
              + " labels VARCHAR, points BIGINT, numbers BIGINT, rows BIGINT, static BOOLEAN,"
              + " constant DOUBLE, first BIGINT, last BIGINT)",
          "CREATE TABLE IF NOT EXISTS samples (id INTEGER, time BIGINT, value DOUBLE)",
          "CREATE TABLE IF NOT EXISTS done (folder VARCHAR)");
      return staging;
    } catch (SQLException e) {
      throw new IOException(file + " cannot be opened: " + line(e), e);
    }
  }

  /** Removes all that belongs to a staging file. */
  static void delete(Path file) throws IOException {
    for (String end : new String[] {"", ".wal", ".tmp"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
    }
  }

  static String quoted(String text) {
    return text.replace("'", "''");
  }

  /** The first line of what DuckDB says. */
  static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  DuckDBConnection connection() {
    return connection;
  }

  void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /** Whether a metric is there. */
  boolean has(String folder) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM done WHERE folder = ?")) {
      query.setString(1, folder);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /** A number no series has. */
  int nextId() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT coalesce(max(id) + 1, 0) FROM series")) {
      found.next();
      return found.getInt(1);
    }
  }

  void done(String folder) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO done VALUES (?)")) {
      insert.setString(1, folder);
      insert.execute();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("DuckDB's file cannot be closed: " + line(e), e);
    }
  }
}
