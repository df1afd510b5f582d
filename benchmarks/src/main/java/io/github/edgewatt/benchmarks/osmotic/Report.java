package io.github.edgewatt.benchmarks.osmotic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that keep a whole replay: {@code tables.md} and a chart for each number of zones,
 * beside the {@link DayFile}.
 *
 * @param cost how long it took and what of memory, in one line
 * @param live what of memory was live, in one line
 */
record Report(Tables tables, String cost, String live) {
  /** Writes them into {@code folder}. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("tables.md"), text());
    for (int zones : tables.zones()) {
      Files.writeString(
          folder.resolve("zones-" + zones + ".svg"), new ResultChart(tables).of(zones));
    }
  }

  private String text() {
    return "# Tables of the last whole replay\n\n"
        + "Written by `benchmarks/osmotic/run.sh`; how to read them: [results.md](results.md).\n"
        + "Mean over the seeds (least..most).\n\n"
        + tables.figures()
        + "\nBeside `"
        + Contenders.UPSTREAM
        + "`, seed by seed, in per cent:\n\n"
        + tables.beside(Contenders.UPSTREAM)
        + "\n"
        + cost
        + "; "
        + live
        + ".\n";
  }
}
