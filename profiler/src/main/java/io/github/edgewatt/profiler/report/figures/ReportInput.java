package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.List;
import java.util.Objects;

/**
 * Everything a report is made of; equal inputs make equal pages, byte for byte, on one machine.
 *
 * @param title the run's name, {@code 2026-11-22T10-15-00}
 * @param machine the node in one phrase, {@code 2 cores, 24 GiB, Linux 6.x, JDK 17}
 * @param cores cores of the node, 0 where unknown
 * @param commandLine the exact command of the run, empty where unknown
 * @param powerNote why there are no power figures or where they come from, one phrase, may be empty
 * @param facts machine, platform, meter, arguments, … in the order to show them
 * @param rows committed measurements in the order they were taken
 * @param skipped configurations of the plan that were not measured
 */
public record ReportInput(
    String title,
    String machine,
    int cores,
    String commandLine,
    String powerNote,
    List<Fact> facts,
    List<MeasurementRow> rows,
    List<Skipped> skipped) {
  public ReportInput {
    Objects.requireNonNull(title, "title is null");
    Objects.requireNonNull(machine, "machine is null");
    Objects.requireNonNull(commandLine, "commandLine is null");
    Objects.requireNonNull(powerNote, "powerNote is null");
    if (cores < 0) {
      throw new IllegalArgumentException("cores is negative: " + cores);
    }
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
  }

  /** One line about the run. */
  public record Fact(String label, String value) {}

  /** A configuration that was not measured, and why. */
  public record Skipped(Configuration configuration, String reason) {}
}
