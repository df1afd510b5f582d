package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.RunManifest;
import java.util.List;
import java.util.Optional;

/**
 * What was read: rows of every verdict, and what could not be read.
 *
 * @param files where the rows come from, sorted by path
 * @param problems what could not be used
 */
public record Dataset(List<SourceFile> files, List<Problem> problems) {
  public Dataset {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** All rows, file by file. */
  public List<MeasurementRow> rows() {
    return files.stream().flatMap(file -> file.rows().stream()).toList();
  }

  /** All rows of one kind, file by file. */
  public List<MeasurementRow> rows(MeasurementRow.Kind kind) {
    return rows().stream().filter(row -> row.kind() == kind).toList();
  }

  /** The run's manifest; empty for upstream's files and where several runs were read together. */
  public Optional<RunManifest> manifest() {
    List<RunManifest> manifests =
        files.stream().flatMap(file -> file.manifest().stream()).distinct().toList();
    return manifests.size() == 1 ? Optional.of(manifests.get(0)) : Optional.empty();
  }
}
