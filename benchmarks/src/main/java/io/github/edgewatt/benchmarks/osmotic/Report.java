package io.github.edgewatt.benchmarks.osmotic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The files that keep a replay: {@code results.md} and a chart for each number of zones, beside the
 * {@link DayFile}.
 *
 * @param cost how long it took and what of memory, in one line
 * @param live what of memory was live, in one line
 */
record Report(Tables tables, String cost, String live) {
  /** Writes them into {@code folder}. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("results.md"), text());
    for (int zones : tables.zones()) {
      Files.writeString(
          folder.resolve("zones-" + zones + ".svg"), new ResultChart(tables).of(zones));
    }
  }

  private String text() {
    String charts =
        tables.zones().stream()
            .map(zones -> "![Days over " + zones + " zones](zones-" + zones + ".svg)\n")
            .collect(Collectors.joining("\n"));
    return "# Results of the replay of a day\n\n"
        + "Written by `benchmarks/osmotic/run.sh` ("
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.arch")
        + ", Java "
        + Runtime.version()
        + "); how to read it: [README.md](README.md). Every day: `days.csv`.\n"
        + "Mean over the seeds (least..most).\n\n"
        + tables.figures()
        + "\nBeside `"
        + Contenders.UPSTREAM
        + "`, seed by seed, in per cent:\n\n"
        + tables.beside(Contenders.UPSTREAM)
        + "\n"
        + charts
        + "\nThe last run: "
        + cost
        + "; "
        + live
        + ".\n";
  }
}
