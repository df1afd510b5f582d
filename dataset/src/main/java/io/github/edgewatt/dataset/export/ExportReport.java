package io.github.edgewatt.dataset.export;

import io.github.edgewatt.dataset.read.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What an export wrote and what it left out.
 *
 * @param folder where it stands
 * @param nodeTypes folders under {@code output-energy/}, sorted
 * @param soloRows rows under {@code generator/}
 * @param mixRows rows under {@code output-energy/}
 * @param overloadOnly rows left out that serve as overload labels alone
 * @param invalid rows left out as invalid
 * @param problems lines of the source that could not be read
 */
public record ExportReport(
    Path folder,
    List<String> nodeTypes,
    int soloRows,
    int mixRows,
    int overloadOnly,
    int invalid,
    List<Problem> problems) {
  public ExportReport {
    nodeTypes = List.copyOf(nodeTypes);
    problems = List.copyOf(problems);
  }

  /** {@code "10 solo and 14 mix rows (LIGHT); left out 1 overload-only and 0 invalid rows"}. */
  @Override
  public String toString() {
    return soloRows
        + " solo and "
        + mixRows
        + " mix rows"
        + (nodeTypes.isEmpty() ? "" : " (" + String.join(", ", nodeTypes) + ")")
        + "; left out "
        + overloadOnly
        + " overload-only and "
        + invalid
        + " invalid rows";
  }
}
