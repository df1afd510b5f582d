package io.github.edgewatt.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a run ended.
 *
 * @param exit its exit code
 * @param out standard output
 * @param err standard error
 * @param output where its folder went
 * @param before valid rows that were finished before the fault
 */
record FaultEnd(
    int exit, List<String> out, List<String> err, Path output, List<MeasurementRow> before) {

  /** It never began: one line, nothing written. */
  FaultLine refused(String fault, int code, String says) {
    assertThat(exit).as("%s", err).isEqualTo(code);
    assertThat(err).singleElement().asString().startsWith("edgewatt: ").contains(says);
    assertThat(out).isEmpty();
    assertThat(output).doesNotExist();
    return new FaultLine(fault, err.get(0), String.valueOf(exit), "nothing was written");
  }

  /** It ended in the middle: one line, and all that was finished is there. */
  FaultLine ended(String fault, String says) throws Exception {
    assertThat(exit).as("%s", err).isEqualTo(1);
    assertThat(err).singleElement().asString().startsWith("edgewatt: ").contains(says);
    return new FaultLine(fault, err.get(0), "1", stored(readable()));
  }

  /** It went on to its end. */
  FaultLine wentOn(String fault, String says) throws Exception {
    Dataset dataset = wentOn();
    List<String> texts =
        Stream.concat(
                out.stream(),
                dataset.rows().stream().flatMap(row -> row.verdict().reasons().stream()))
            .toList();
    assertThat(texts).as("%s", err).anyMatch(text -> text.contains(says));
    return new FaultLine(fault, seen(texts, says), "0", stored(dataset));
  }

  /** It went on, and one row is of this kind for a reason. */
  FaultLine wentOnWith(String fault, Verdict.Kind kind, String reason) throws Exception {
    Dataset dataset = wentOn();
    assertThat(dataset.rows())
        .as("%s", out)
        .anySatisfy(
            row -> {
              assertThat(row.verdict().kind()).isEqualTo(kind);
              assertThat(String.join("; ", row.verdict().reasons())).contains(reason);
            });
    return new FaultLine(
        fault,
        seen(kind == Verdict.Kind.VALID ? told(dataset) : rowLines(), reason),
        "0",
        stored(dataset));
  }

  /** It went on, and its manifest keeps what the doctor found. */
  FaultLine wentOnFinding(String fault, String says) throws Exception {
    Dataset dataset = wentOn();
    List<String> findings =
        dataset.manifest().orElseThrow().findings().stream()
            .map(finding -> finding.name() + ": " + finding.message())
            .toList();
    assertThat(findings).anyMatch(text -> text.contains(says));
    return new FaultLine(fault, seen(findings, says), "0", stored(dataset));
  }

  private Dataset wentOn() throws Exception {
    assertThat(exit).as("%s %s", err, out).isZero();
    assertThat(err).isEmpty();
    return readable();
  }

  /** The dataset, which is without fault and holds every row that was there before. */
  Dataset readable() throws Exception {
    Path run = output.resolve("latest").toRealPath();
    Dataset dataset = DatasetReader.read(run);
    assertThat(dataset.problems()).isEmpty();
    // By what the tables keep in full.
    assertThat(dataset.rows().stream().map(FaultEnd::kept).toList())
        .containsAll(before.stream().map(FaultEnd::kept).toList());
    assertThat(dataset.rows()).anyMatch(row -> row.verdict().isValid());
    assertThat(run.resolve("report.html")).isNotEmptyFile();
    assertThat(dataset.manifest().orElseThrow().endedAt()).isNotNull();
    return dataset;
  }

  private static String kept(MeasurementRow row) {
    return row.id() + " " + row.startedAt() + " " + row.configuration() + " " + row.verdict();
  }

  /** What is said of rows; where nothing is, their lines. */
  private List<String> told(Dataset dataset) {
    List<String> reasons = reasons(dataset);
    return reasons.isEmpty() ? rowLines() : reasons;
  }

  private List<String> rowLines() {
    return out.stream().filter(line -> line.startsWith("solo")).toList();
  }

  private static List<String> reasons(Dataset dataset) {
    return dataset.rows().stream().flatMap(row -> row.verdict().reasons().stream()).toList();
  }

  private static String seen(List<String> lines, String says) {
    String line = lines.stream().filter(text -> text.contains(says)).findFirst().orElseThrow();
    return line.strip().replaceAll("  eta .*", "").replaceAll(" {2,}", "  ");
  }

  private static String stored(Dataset dataset) {
    StringBuilder text = new StringBuilder();
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      long rows = dataset.rows().stream().filter(row -> row.verdict().kind() == kind).count();
      if (rows > 0) {
        text.append(text.isEmpty() ? "" : ", ").append(rows).append(' ').append(kind.text());
      }
    }
    List<String> notes =
        dataset.rows().stream()
            .filter(row -> row.verdict().isValid())
            .flatMap(row -> row.verdict().reasons().stream())
            .filter(note -> !note.startsWith("rest ended"))
            .distinct()
            .toList();
    return text + (notes.isEmpty() ? "" : "; notes: " + String.join("; ", notes));
  }
}
