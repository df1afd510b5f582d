package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.profiler.report.figures.ReportInput;

/** The machine and the exact command. */
final class FactsSection {
  private FactsSection() {}

  static void write(Html html, ReportInput input) {
    html.raw("<section id=\"facts\">").element("h2", "The machine and the command");
    if (!input.commandLine().isEmpty()) {
      html.raw("<pre>").element("code", input.commandLine()).raw("</pre>\n");
    }
    html.raw("<dl>");
    if (!input.machine().isEmpty()) {
      fact(html, "machine", input.machine());
    }
    input.facts().forEach(fact -> fact(html, fact.label(), fact.value()));
    html.raw("</dl></section>\n");
  }

  private static void fact(Html html, String label, String value) {
    html.raw("<div>").element("dt", label).element("dd", value).raw("</div>");
  }
}
