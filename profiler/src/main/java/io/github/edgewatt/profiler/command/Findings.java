package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.run.Finding;
import io.github.edgewatt.profiler.doctor.DoctorReport;
import java.util.List;

/** The doctor's findings as a run's manifest keeps them. */
final class Findings {
  private Findings() {}

  static List<Finding> kept(DoctorReport report) {
    return report.findings().stream()
        .map(
            finding ->
                new Finding(
                    finding.check(),
                    Finding.Status.valueOf(finding.status().name()),
                    finding.message(),
                    finding.advice()))
        .toList();
  }
}
