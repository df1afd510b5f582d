package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.campaign.CampaignListener;
import io.github.edgewatt.profiler.design.Step;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A run on the screen: one line a row, and on a terminal a line below that tells what goes on now.
 */
final class Screen implements CampaignListener {
  private static final int BAR = 20;
  private final PrintWriter out;
  private final Outlook outlook;
  private final boolean terminal;
  private final Colours colours;
  private int rows;
  private int skipped;

  /**
   * @param rows rows of earlier sessions, so that a resumed run counts on
   */
  Screen(PrintWriter out, Outlook outlook, int rows, boolean terminal, boolean coloured) {
    this.out = out;
    this.rows = rows;
    this.outlook = outlook;
    this.terminal = terminal;
    this.colours = new Colours(coloured);
  }

  @Override
  public void deploying(List<String> functions) {
    status("deploying and warming " + String.join(", ", functions));
  }

  @Override
  public void measuring(Step.Measure step, double elapsedSeconds) {
    status(
        "%s %s  %s  eta %s"
            .formatted(
                kind(step.kind()),
                step.configuration(),
                bar(elapsedSeconds),
                outlook.eta(rows, elapsedSeconds)));
  }

  @Override
  public void measured(MeasurementRow row, double elapsedSeconds) {
    rows++;
    line(
        "%s %s %-38s %s  eta %s"
            .formatted(
                kind(row.kind()),
                outlook.count(rows, elapsedSeconds),
                row.configuration(),
                figures(row),
                outlook.eta(rows, elapsedSeconds)));
  }

  @Override
  public void skipped(Configuration configuration, String reason) {
    skipped++;
    // The first few say why; a pruned grid would fill screens.
    if (skipped <= 3) {
      line("skip   " + configuration + ": " + reason);
    }
    if (skipped == 3) {
      line("skip   further ones only in skipped-….csv");
    }
  }

  @Override
  public void warned(String line) {
    line(colours.warn("warning  " + line));
  }

  /** A line that stays. */
  void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** Removes the line that tells what goes on. */
  void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private void status(String text) {
    if (terminal) {
      clear();
      out.print(text.length() > 100 ? text.substring(0, 99) + "…" : text);
      out.flush();
    }
  }

  private String bar(double elapsedSeconds) {
    int done = (int) Math.round(BAR * outlook.share(rows, elapsedSeconds));
    return "█".repeat(done) + "░".repeat(BAR - done);
  }

  private String figures(MeasurementRow row) {
    double sent = row.functions().stream().mapToDouble(f -> f.detail().sentRate()).sum();
    double p99 =
        row.functions().stream()
            .mapToDouble(f -> f.detail().latencyP99Millis())
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    int asked = row.functions().stream().mapToInt(FunctionRow::rate).sum();
    return String.format(
        Locale.ROOT,
        "%.1f/s of %d sent, p99 %s, %.1f %% CPU, %s",
        sent,
        asked,
        Double.isNaN(p99) ? "–" : String.format(Locale.ROOT, "%.1f ms", p99),
        row.node().cpuPercent(),
        verdict(row));
  }

  private String verdict(MeasurementRow row) {
    String overloaded = row.node().overloaded() ? " (overloaded)" : "";
    return switch (row.verdict().kind()) {
      case VALID -> colours.good("valid") + overloaded;
      case OVERLOAD_ONLY -> colours.warn("overload-only: " + reason(row.verdict()));
      case INVALID -> colours.bad("invalid: " + reason(row.verdict()));
    };
  }

  private static String reason(Verdict verdict) {
    return verdict.reasons().get(0);
  }

  private static String kind(MeasurementRow.Kind kind) {
    return kind == MeasurementRow.Kind.SOLO ? "solo  " : "mix   ";
  }
}
