package io.github.edgewatt.profiler.correlate.page;

import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.profiler.correlate.rule.Relation;
import java.util.List;
import java.util.Locale;

/** Figures and names as the page says them. */
final class Plain {
  private static final int MOST = 110;

  private Plain() {}

  static List<String> cells(Relation one) {
    return List.of(
        shortened(one.right()),
        score(one.score()),
        Plots.numbers().format(one.lagSeconds()),
        score(one.pearson()),
        Integer.toString(one.pairs()),
        String.format(Locale.ROOT, "%.0f", one.independent()),
        share(one.falseShare()));
  }

  /** Labels can be longer than a screen. */
  static String shortened(String series) {
    return series.length() <= MOST ? series : series.substring(0, MOST - 1) + "…";
  }

  static String score(double score) {
    return Double.isFinite(score) ? String.format(Locale.ROOT, "%+.2f", score) : "–";
  }

  static String seconds(double seconds) {
    return Plots.numbers().format(seconds) + "\u00a0s";
  }

  static String moved(double lagSeconds) {
    if (lagSeconds == 0) {
      return "as it was";
    }
    return "moved " + seconds(Math.abs(lagSeconds)) + (lagSeconds > 0 ? " earlier" : " later");
  }

  private static String share(double share) {
    return share < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", share);
  }
}
