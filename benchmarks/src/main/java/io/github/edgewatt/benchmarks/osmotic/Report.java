package io.github.edgewatt.benchmarks.osmotic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that keep a whole replay: {@code results.md}, {@code days.csv}, {@code results.svg}.
 *
 * @param cost how long it took and what of memory, in one line
 * @param live what of memory was live, in one line
 */
record Report(Tables tables, String cost, String live) {
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("days.csv"), tables.csv());
    Files.writeString(
        folder.resolve("tables.md"),
        tables.figures()
            + "\nBeside `"
            + Contenders.UPSTREAM
            + "`, seed by seed, in per cent:\n\n"
            + tables.beside(Contenders.UPSTREAM)
            + "\n"
            + cost
            + "; "
            + live
            + ".\n");
  }
}
