package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.report.figures.EnergyComparison;
import java.util.List;
import java.util.Locale;

/** Power of each function by both ways of counting, where a meter has one of its own. */
final class EnergySection {
  private static final List<String> HEADERS =
      List.of("Function", "By CPU share, W", "By the meter, W", "Disagreement", "Rows");

  private EnergySection() {}

  static void write(Html html, List<EnergyComparison> comparisons) {
    if (comparisons.isEmpty()) {
      return;
    }
    html.raw("<section id=\"energy\">").element("h2", "Whose energy it was, counted twice");
    html.openTable(
        "Means over valid rows with load, alone and in mixes. All costs of this page are by CPU"
            + " share: the function's part of the node's energy above idle.",
        HEADERS,
        1);
    for (EnergyComparison comparison : comparisons) {
      html.row(
          HEADERS,
          List.of(
              comparison.function(),
              Numbers.significant(comparison.shareWatts(), 3),
              Numbers.significant(comparison.meterWatts(), 3),
              String.format(Locale.ROOT, "%.0f %%", 100 * comparison.disagreement()),
              Integer.toString(comparison.rows())),
          1);
    }
    html.closeTable();
    html.element(
        "p class=\"note\"",
        "Neither is the truth. A meter that splits the whole node's power gives a function part of"
            + " the idle power too, and one that looks at processes misses those that come and go"
            + " between two looks. Disagreement is the difference over the larger of the two.");
    html.raw("</section>\n");
  }
}
