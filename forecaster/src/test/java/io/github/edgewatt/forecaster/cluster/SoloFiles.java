package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.table.SoloTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Made-up functions as upstream's solo tables, and the run that comes with the repository. */
public final class SoloFiles {
  private SoloFiles() {}

  /** A folder with a table each of two cheap, one middling and two dear functions. */
  public static Path fiveFunctions(Path folder) throws IOException {
    write(folder, "cheap-a", 1);
    write(folder, "cheap-b", 1.2);
    write(folder, "middling", 60);
    write(folder, "dear-a", 200);
    write(folder, "dear-b", 206);
    return folder;
  }

  /** One table of a function of {@code cpuMillis} a request at 20, 40 and 60 requests/s. */
  public static Path write(Path folder, String name, double cpuMillis) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SoloTable.headerLine());
    for (Sample s : Solo.function(name, cpuMillis, 1000, 2, 20, 40, 60).samples()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%d,%.3f,%.3f,%.3f,%.3f,%.0f,%.0f",
              name,
              s.rate(),
              s.success(),
              s.cpuPercent(),
              s.ramBytes(),
              s.powerMicrowatts(),
              s.overloaded(),
              s.latencyNanos()));
    }
    Files.createDirectories(folder);
    return Files.write(folder.resolve("results-2026-11-22_10-00-00-" + name + ".csv"), lines);
  }

  /** The run in {@code output/example}. */
  public static Path exampleRun() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("output/example"))) {
        return at.resolve("output/example");
      }
    }
    throw new IllegalStateException("no output/example above " + Path.of("").toAbsolutePath());
  }
}
