package io.github.edgewatt.profiler.correlate.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of an experiment below a folder.
 *
 * @param tables the tracker's, of all its runs
 * @param feed the feed's slices; the one nearest to the folder
 * @param parquet the folder of the newest extract's Parquet files
 * @param json the newest extract's folder of raw answers, where it has no Parquet
 */
public record Inputs(
    List<Path> tables, Optional<Path> feed, Optional<Path> parquet, Optional<Path> json) {
  private static final int DEPTH = 8;
  private static final String TIME = "\\d{9,18}";

  public Inputs {
    tables = List.copyOf(tables);
  }

  /** Looks for them; links are not followed. */
  public static Inputs find(Path folder) throws IOException {
    List<Path> tables = new ArrayList<>();
    List<Path> feeds = new ArrayList<>();
    TreeMap<Long, Path> parquet = new TreeMap<>();
    TreeMap<Long, Path> json = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                String name = file.getFileName().toString();
                String parent = name(file.getParent());
                if (name.matches("\\d+\\.csv") && parent.matches("\\d+_.+")) {
                  tables.add(file);
                } else if (name.equals("feed.csv")) {
                  feeds.add(file);
                } else if (name.equals("samples.parquet")) {
                  parquet.put(time(file.getParent().getParent()), file.getParent());
                } else if (name.endsWith(".json")
                    && name(file.getParent().getParent()).matches(TIME)) {
                  json.put(time(file.getParent().getParent()), file.getParent().getParent());
                }
              });
    }
    tables.sort(Comparator.naturalOrder());
    feeds.sort(Comparator.comparing(Path::getNameCount).thenComparing(Comparator.naturalOrder()));
    boolean newerJson =
        parquet.isEmpty() || (!json.isEmpty() && json.lastKey() > parquet.lastKey());
    return new Inputs(
        tables,
        feeds.stream().findFirst(),
        newerJson ? Optional.empty() : Optional.of(parquet.lastEntry().getValue()),
        newerJson && !json.isEmpty() ? Optional.of(json.lastEntry().getValue()) : Optional.empty());
  }

  private static String name(Path folder) {
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  private static long time(Path folder) {
    return name(folder).matches(TIME) ? Long.parseLong(name(folder)) : 0;
  }
}
