package io.github.edgewatt.profiler.report.html;

import static io.github.edgewatt.dataset.Numbers.count;

import io.github.edgewatt.profiler.report.figures.Summary;

/** What was measured on what, and how much of it is valid, in one sentence. */
public final class Sentence {
  private Sentence() {}

  /** The sentence; {@code machine} may be empty. */
  public static String of(Summary summary, String machine) {
    String place = machine.isEmpty() ? "" : " on " + machine;
    if (summary.measurements() == 0) {
      return "Nothing was measured" + place + skipped(summary) + ".";
    }
    return measured(summary) + place + ": " + valid(summary) + skipped(summary) + ".";
  }

  private static String measured(Summary summary) {
    String alone = count(summary.soloFunctions(), "function") + " alone";
    String mixes =
        summary.mixConfigurations()
            + (summary.mixConfigurations() == 1 ? " mix" : " mixes")
            + " ("
            + count(summary.mixes(), "combination")
            + ")";
    if (summary.mixes() == 0) {
      return "Measured " + alone;
    }
    return "Measured " + (summary.soloFunctions() == 0 ? mixes : alone + " and " + mixes);
  }

  private static String valid(Summary summary) {
    if (summary.valid() == summary.measurements()) {
      return summary.measurements() == 1
          ? "the one measurement is valid"
          : "all " + summary.measurements() + " measurements are valid";
    }
    StringBuilder text = new StringBuilder();
    text.append(summary.valid()).append(" of ");
    text.append(count(summary.measurements(), "measurement")).append(" valid");
    if (summary.overloadOnly() > 0) {
      text.append(", ").append(summary.overloadOnly()).append(" overload-only");
    }
    if (summary.invalid() > 0) {
      text.append(", ").append(summary.invalid()).append(" invalid");
    }
    return text.toString();
  }

  private static String skipped(Summary summary) {
    return summary.skipped() == 0
        ? ""
        : "; " + count(summary.skipped(), "configuration") + " skipped";
  }
}
