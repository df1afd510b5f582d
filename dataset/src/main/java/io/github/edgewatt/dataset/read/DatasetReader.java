package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads measurements from a run's folder, from upstream's folders, or from a single table. Lines
 * are read one after the other; what cannot be used becomes a {@link Problem}.
 */
public final class DatasetReader {
  /** How deep under the given folder tables are looked for: output/run/solo is 3. */
  private static final int DEPTH = 4;

  private DatasetReader() {}

  /**
   * Reads every {@code results-….csv} under a folder, or one file of any name. Where a solo table
   * has its joined {@code details-….csv} beside it, the rows come from there. Links inside the
   * folder are not followed.
   *
   * @throws DatasetException when there is nothing of the kind, or it cannot be opened
   */
  public static Dataset read(Path path) throws DatasetException {
    List<SourceFile> sources = new ArrayList<>();
    List<Problem> problems = read(path, sources::add);
    return new Dataset(sources, problems);
  }

  /**
   * Reads like {@link #read(Path)}, but hands over one file after the other, so that no more than
   * one has to be kept in memory; returns what could not be used.
   */
  public static List<Problem> read(Path path, Consumer<SourceFile> sink) throws DatasetException {
    List<Problem> problems = new ArrayList<>();
    FileNames names = new FileNames(problems::add);
    for (Path file : tables(RunDirectory.locate(path))) {
      try {
        new TableReader(file, problems::add).read(names.runOf(file)).ifPresent(sink);
        if (FileNames.isDetails(file)) {
          compare(file, FileNames.resultsOf(file), problems);
        }
      } catch (IOException e) {
        throw DatasetException.of("cannot read", file, e);
      }
    }
    return problems;
  }

  private static List<Path> tables(Path path) throws DatasetException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path.toRealPath(), DEPTH)) {
      List<Path> tables =
          files
              .filter(FileNames::isTable)
              .filter(Files::isRegularFile)
              .filter(file -> !Files.exists(FileNames.detailsOf(file)) || FileNames.isDetails(file))
              .sorted()
              .toList();
      if (tables.isEmpty()) {
        throw new DatasetException(
            path + " holds no measurements: no results-….csv in it or below");
      }
      return tables;
    } catch (IOException e) {
      throw DatasetException.of("cannot read", path, e);
    } catch (UncheckedIOException e) {
      throw DatasetException.of("cannot read", path, e.getCause());
    }
  }

  /** A solo table and its joined one have a row each a measurement. */
  private static void compare(Path details, Path results, List<Problem> problems)
      throws IOException {
    if (!Files.exists(results)) {
      problems.add(new Problem(details, 0, "has no " + results.getFileName() + " beside it"));
      return;
    }
    long detailLines = lines(details);
    long resultLines = lines(results);
    if (detailLines != resultLines) {
      problems.add(
          new Problem(
              results,
              0,
              resultLines
                  + " lines beside "
                  + detailLines
                  + " in "
                  + details.getFileName()
                  + ": resume the run to mend it"));
    }
  }

  private static long lines(Path file) throws IOException {
    long count = 0;
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        count += line.ended() ? 1 : 0;
      }
    }
    return count;
  }
}
