package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.NodeTypes;
import io.github.edgewatt.dataset.run.ManifestFile;
import io.github.edgewatt.dataset.run.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table's name and folder tell about it. */
final class FileNames {
  private static final Pattern TIMESTAMP =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}_\\d{2}-\\d{2}-\\d{2})");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");
  private static final Pattern NODE_TYPE = Pattern.compile("[A-Z][A-Z0-9_-]*");
  private static final String DETAILS = "details-";
  private static final String RESULTS = "results-";

  private final Map<Path, Run> runs = new HashMap<>();
  private final Consumer<Problem> problems;

  FileNames(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /**
   * The run a table belongs to.
   *
   * @param nodeType empty where nothing tells
   * @param manifest empty outside a run's folder
   */
  record Run(Optional<String> nodeType, Optional<RunManifest> manifest) {}

  /** Whether a file in a folder is a table of measurements. */
  static boolean isTable(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") && (name.startsWith(RESULTS) || name.startsWith(DETAILS));
  }

  static boolean isDetails(Path file) {
    return file.getFileName().toString().startsWith(DETAILS);
  }

  /** The joined table beside a solo table of eight columns, there or not. */
  static Path detailsOf(Path results) {
    String name = results.getFileName().toString();
    return results.resolveSibling(DETAILS + name.replaceFirst("^" + RESULTS, ""));
  }

  /** The eight-column table beside a joined one, there or not. */
  static Path resultsOf(Path details) {
    String name = details.getFileName().toString();
    return details.resolveSibling(RESULTS + name.replaceFirst("^" + DETAILS, ""));
  }

  /** The time in a table's name, read as UTC; the epoch where it has none. */
  static Instant startOf(Path file) {
    Matcher matcher = TIMESTAMP.matcher(file.getFileName().toString());
    try {
      return matcher.find()
          ? LocalDateTime.parse(matcher.group(1), FORMAT).toInstant(ZoneOffset.UTC)
          : Instant.EPOCH;
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  Run runOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path parent = folder.getParent();
    boolean inside =
        parent != null
            && !Files.exists(folder.resolve(ManifestFile.NAME))
            && Files.exists(parent.resolve(ManifestFile.NAME));
    return runs.computeIfAbsent(inside ? parent : folder, this::load);
  }

  private Run load(Path folder) {
    if (Files.exists(folder.resolve(ManifestFile.NAME))) {
      try {
        RunManifest manifest = ManifestFile.read(folder);
        String nodeType = NodeTypes.ofCores(manifest.machine().cores());
        return new Run(Optional.of(nodeType), Optional.of(manifest));
      } catch (DatasetException e) {
        problems.accept(new Problem(folder.resolve(ManifestFile.NAME), 0, e.getMessage()));
      }
    }
    Path name = folder.getFileName();
    return new Run(
        Optional.ofNullable(name)
            .map(Path::toString)
            .filter(text -> NODE_TYPE.matcher(text).matches()),
        Optional.empty());
  }
}
