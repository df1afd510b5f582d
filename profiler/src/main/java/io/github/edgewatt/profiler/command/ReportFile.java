package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.profiler.report.HtmlReport;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A run's {@code report.html}: what its folder says, as the report wants it. */
final class ReportFile {
  static final String NAME = "report.html";

  private ReportFile() {}

  /** Writes the report of a run and tells where it stands. */
  static Path write(Path folder, ReportInput input) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      AtomicFiles.replace(file, HtmlReport.render(input).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new DatasetException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return file;
  }
}
