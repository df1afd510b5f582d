package io.github.edgewatt.profiler.report;

import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import io.github.edgewatt.profiler.report.html.Page;

/** The report page of a run. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * One self-contained HTML document: it opens without network and scripts, and carries its figures
   * unrounded as JSON in the element with id {@code figures}.
   */
  public static String render(ReportInput input) {
    return Page.of(input, Figures.of(input));
  }
}
