package io.github.edgewatt.profiler.correlate.page;

import io.github.edgewatt.profiler.correlate.Findings;
import io.github.edgewatt.profiler.correlate.LeftOut;
import io.github.edgewatt.profiler.correlate.rule.Relation;
import java.util.Locale;

/** {@code correlations.csv} and {@code correlations-left-out.csv}. */
public final class RelationTable {
  private RelationTable() {}

  /** All relations, the strongest first. */
  public static String csv(Findings findings) {
    StringBuilder csv =
        new StringBuilder(
            "left,right,lag_s,score,pearson,n,independent_n,p,false_share,beyond_chance\n");
    for (Relation one : findings.relations()) {
      csv.append(cell(one.left())).append(',').append(cell(one.right())).append(',');
      csv.append(number(one.lagSeconds(), "%.3f")).append(',');
      csv.append(number(one.score(), "%.4f")).append(',');
      csv.append(number(one.pearson(), "%.4f")).append(',');
      csv.append(one.pairs()).append(',');
      csv.append(number(one.independent(), "%.1f")).append(',');
      csv.append(number(one.probability(), "%.3g")).append(',');
      csv.append(number(one.falseShare(), "%.3g")).append(',');
      csv.append(one.isFound()).append('\n');
    }
    return csv.toString();
  }

  /** What was not compared, and why. */
  public static String leftOut(Findings findings) {
    StringBuilder csv = new StringBuilder("series,reason,points,static_percent,nan_percent\n");
    for (LeftOut one : findings.leftOut()) {
      csv.append(cell(one.series())).append(',').append(one.reason()).append(',');
      csv.append(one.screening().points()).append(',');
      csv.append(number(one.screening().staticPercent(), "%.1f")).append(',');
      csv.append(number(one.screening().nanPercent(), "%.1f")).append('\n');
    }
    return csv.toString();
  }

  private static String number(double value, String format) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
  }

  private static String cell(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
