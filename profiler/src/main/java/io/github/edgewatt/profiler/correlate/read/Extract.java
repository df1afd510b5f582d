package io.github.edgewatt.profiler.correlate.read;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Opens whichever form an extract has. */
public final class Extract {
  private Extract() {}

  /** Its samples; empty where there is none. */
  public static Optional<Samples> open(Database database, Inputs inputs)
      throws IOException, SQLException {
    if (inputs.parquet().isPresent()) {
      return Optional.of(Samples.parquet(database, inputs.parquet().get()));
    }
    Optional<Path> json = inputs.json();
    return json.isPresent()
        ? Optional.of(JsonAnswers.read(database, json.get()))
        : Optional.empty();
  }
}
