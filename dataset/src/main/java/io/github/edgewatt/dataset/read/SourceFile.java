package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.RunManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that rows came from.
 *
 * @param path the file
 * @param kind what it holds
 * @param nodeType by the cores in the run's manifest, else the folder's name where that is a node
 *     type's ({@code LIGHT}), else empty
 * @param manifest the run it belongs to; empty for upstream's files
 * @param rows its rows, in file order
 */
public record SourceFile(
    Path path,
    MeasurementRow.Kind kind,
    Optional<String> nodeType,
    Optional<RunManifest> manifest,
    List<MeasurementRow> rows) {
  public SourceFile {
    rows = List.copyOf(rows);
  }
}
