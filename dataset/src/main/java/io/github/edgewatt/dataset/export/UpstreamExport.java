package io.github.edgewatt.dataset.export;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.read.SourceFile;
import io.github.edgewatt.dataset.table.MeasurementTable;
import io.github.edgewatt.dataset.table.SoloTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes upstream's {@code generator/results-….csv} and {@code output-energy/<T>/results-….csv}:
 * its columns, in its number formats, valid rows only.
 */
public final class UpstreamExport {
  private static final Pattern NODE_TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,40}");

  private final Optional<String> nodeType;
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private final TreeSet<String> nodeTypes = new TreeSet<>();
  private int soloRows;
  private int mixRows;

  private UpstreamExport(Optional<String> nodeType) {
    this.nodeType = nodeType;
  }

  /** Exports the folder of a run; see {@link #write(Dataset, Path, Optional)}. */
  public static ExportReport write(Path runFolder, Path target, Optional<String> nodeType)
      throws DatasetException {
    return write(DatasetReader.read(runFolder), target, nodeType);
  }

  /**
   * Writes all or nothing: the target appears complete, by a rename.
   *
   * @param target must not exist, or be empty
   * @param nodeType name of the folder of mixes; without one it is the source's own, by the cores
   *     of the machine it ran on
   * @throws DatasetException when the target is in use, cannot be written, no row is valid, or the
   *     node type is neither given nor known
   */
  public static ExportReport write(Dataset dataset, Path target, Optional<String> nodeType)
      throws DatasetException {
    if (nodeType.isPresent() && !NODE_TYPE.matcher(nodeType.get()).matches()) {
      throw new DatasetException(
          "'" + nodeType.get() + "' cannot name a node type: use letters, digits, - and _");
    }
    UpstreamExport export = new UpstreamExport(nodeType);
    for (SourceFile source : dataset.files()) {
      export.add(source);
    }
    if (export.files.isEmpty()) {
      throw new DatasetException("nothing to export: no row is valid");
    }
    try {
      FolderWriter.write(target, export.files);
    } catch (IOException e) {
      throw DatasetException.of("cannot export to", target, e);
    }
    return new ExportReport(
        target,
        List.copyOf(export.nodeTypes),
        export.soloRows,
        export.mixRows,
        count(dataset, Verdict.Kind.OVERLOAD_ONLY),
        count(dataset, Verdict.Kind.INVALID),
        dataset.problems());
  }

  private void add(SourceFile source) throws DatasetException {
    List<MeasurementRow> valid =
        source.rows().stream().filter(row -> row.verdict().isValid()).toList();
    if (valid.isEmpty()) {
      return;
    }
    if (source.kind() == Kind.SOLO) {
      StringBuilder file = file(source, "generator/", SoloTable.headerLine());
      valid.forEach(row -> file.append(SoloTable.line(row)).append('\n'));
      soloRows += valid.size();
    } else {
      String type = nodeType.or(source::nodeType).orElse(null);
      if (type == null) {
        throw new DatasetException(
            source.path() + " does not say its node type: give one with --node-type");
      }
      nodeTypes.add(type);
      MeasurementTable table = new MeasurementTable(valid.get(0).configuration().functions());
      StringBuilder file = file(source, "output-energy/" + type + "/", table.upstreamHeaderLine());
      valid.forEach(row -> file.append(table.upstreamLine(row)).append('\n'));
      mixRows += valid.size();
    }
  }

  private StringBuilder file(SourceFile source, String folder, String header)
      throws DatasetException {
    String name = source.path().getFileName().toString().replaceFirst("^details-", "results-");
    StringBuilder content = new StringBuilder(header).append('\n');
    if (files.put(folder + name, content) != null) {
      throw new DatasetException(
          "two tables would become " + folder + name + ": export the runs one by one");
    }
    return content;
  }

  private static int count(Dataset dataset, Verdict.Kind kind) {
    return (int) dataset.rows().stream().filter(row -> row.verdict().kind() == kind).count();
  }
}
