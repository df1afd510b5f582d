package io.github.edgewatt.nodeforecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Models that {@code bin/forecaster train} makes of the example run. */
final class TrainedFiles {
  private static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Path EXAMPLE = HOME.resolve("output/example");
  private static final Path JAR = HOME.resolve("forecaster/target/edgewatt-forecaster.jar");

  private TrainedFiles() {}

  /** Of the run as it is, which had no meter. */
  static void plain(Path model) throws IOException, InterruptedException {
    train(EXAMPLE, model);
  }

  /**
   * Of made-up mixes beside the run's solo curves: every function's CPU grows with its rate, and
   * the node draws 20 W and 0.15 W for each percent of a core.
   *
   * @param folder where the made-up run is put
   */
  static void metered(Path folder, Path model) throws IOException, InterruptedException {
    boolean first = true;
    for (Path file : files(EXAMPLE)) {
      Path copy = folder.resolve(EXAMPLE.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      boolean mixes =
          file.getParent().equals(EXAMPLE) && file.getFileName().toString().startsWith("results-");
      if (!mixes) {
        Files.copy(file, copy);
      } else if (first) {
        Files.write(copy, metered(Files.readAllLines(file)));
        first = false;
      }
    }
    train(folder, model);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** All mixes of three functions at rates of 0 to 50, by the costs in the first row. */
  private static List<String> metered(List<String> rows) {
    List<String> columns = Arrays.asList(rows.get(0).split(",", -1));
    String[] measured = rows.get(1).split(",", -1);
    List<String> functions =
        columns.stream()
            .filter(column -> column.startsWith("rate_function_"))
            .map(column -> column.substring("rate_function_".length()))
            .toList();
    double idle = Double.parseDouble(measured[columns.indexOf("cpu_usage_idle_node")]);
    List<String> made = new ArrayList<>(List.of(rows.get(0)));
    for (int mix = 0; mix < 216; mix++) {
      String[] row = measured.clone();
      double cpu = idle;
      int rates = mix;
      for (String function : functions) {
        int rate = 10 * (rates % 6);
        rates /= 6;
        int own = columns.indexOf("cpu_usage_function_" + function);
        double cost = Double.parseDouble(measured[own]) / 50;
        row[columns.indexOf("rate_function_" + function)] = Integer.toString(rate);
        row[own] = Double.toString(cost * rate);
        cpu += cost * rate;
      }
      row[columns.indexOf("measurement_id")] = "made" + mix;
      row[columns.indexOf("cpu_usage_node")] = Double.toString(cpu);
      row[columns.indexOf("power_usage_idle_node")] = Double.toString(1e6 * (20 + .15 * idle));
      row[columns.indexOf("power_usage_node")] = Double.toString(1e6 * (20 + .15 * cpu));
      made.add(String.join(",", row));
    }
    return made;
  }

  private static void train(Path data, Path model) throws IOException, InterruptedException {
    Path said = Files.createTempFile("train", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "train",
                data.toString(),
                "-o",
                model.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("cannot train: " + Files.readString(said));
    }
    Files.delete(said);
  }
}
