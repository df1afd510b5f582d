package io.github.edgewatt.profiler.extract.parquet;

import java.io.IOException;
import java.sql.SQLException;

/** DuckDB could not take a row; not to be confused with an answer that cannot be read. */
final class StagingException extends IOException {
  private static final long serialVersionUID = 1L;

  StagingException(SQLException cause) {
    super("DuckDB: " + Staging.line(cause), cause);
  }
}
