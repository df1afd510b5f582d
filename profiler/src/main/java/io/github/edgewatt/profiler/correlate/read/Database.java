package io.github.edgewatt.profiler.correlate.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A DuckDB of its own in a temporary folder, which goes with it. */
public final class Database implements AutoCloseable {
  private static final String MEMORY = "512MB";

  /** Takes a row of an answer. */
  @FunctionalInterface
  interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private final Path folder;
  private final Connection connection;

  public Database() throws IOException, SQLException {
    folder = Files.createTempDirectory("edgewatt-correlate");
    Properties properties = new Properties();
    properties.put("memory_limit", MEMORY);
    properties.put("temp_directory", folder.resolve("spill").toString());
    // Rows are handed over as they come, not all at once.
    properties.put("jdbc_stream_results", "true");
    connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("data.duckdb"), properties);
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void query(String sql, Row each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.take(rows);
      }
    }
  }

  /** Text as SQL has it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String files(List<Path> files) {
    return "["
        + String.join(", ", files.stream().map(file -> quoted(file.toString())).toList())
        + "]";
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
