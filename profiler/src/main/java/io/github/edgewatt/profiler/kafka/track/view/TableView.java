package io.github.edgewatt.profiler.kafka.track.view;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.RollingWindow;
import io.github.edgewatt.profiler.kafka.track.count.Sources.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** For terminals: a table that is drawn over itself, a row a consumer. */
public final class TableView implements TrackView {
  private static final int MOST_ROWS = 20;
  private static final int NAME = 36;

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private final UnaryOperator<String> warning;
  private final Map<String, Long> before = new HashMap<>();
  private long beforeNanos;
  private int drawn;

  /**
   * @param warning colours what is wrong, or leaves it as it is
   */
  public TableView(PrintWriter out, LongSupplier nanoTime, UnaryOperator<String> warning) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.warning = warning;
    this.beforeNanos = nanoTime.getAsLong();
  }

  @Override
  public void rolling(Map<String, RollingWindow.Figures> bySource) {
    // The table shows fresher figures.
  }

  @Override
  public void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  @Override
  public void progress(Progress progress) {
    long now = nanoTime.getAsLong();
    List<String> lines = lines(progress, (now - beforeNanos) / 1e9);
    beforeNanos = now;
    clear();
    lines.forEach(out::println);
    out.flush();
    drawn = lines.size();
  }

  private void clear() {
    if (drawn > 0) {
      // Up to the table's first line, and away with all below.
      out.print("\u001b[" + drawn + "A\u001b[J");
      drawn = 0;
    }
  }

  private List<String> lines(Progress progress, double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add(row("source", "images", "images/s", "p50 ms", "p99 ms"));
    Map<String, Source> sources = progress.sources().bySource();
    sources.entrySet().stream()
        .limit(MOST_ROWS)
        .forEach(entry -> lines.add(row(entry.getKey(), entry.getValue(), seconds)));
    if (sources.size() > MOST_ROWS) {
      lines.add("… and " + (sources.size() - MOST_ROWS) + " more");
    }
    sources.forEach((name, source) -> before.put(name, source.received()));
    lines.add(state(progress));
    return lines;
  }

  private String row(String name, Source source, double seconds) {
    long came = source.received() - before.getOrDefault(name, 0L);
    return row(
        name.length() > NAME ? name.substring(0, NAME - 1) + "…" : name,
        Long.toString(source.received()),
        Numbers.fixed(came / seconds, 1),
        Numbers.fixed(source.latencies().percentile(50), 1),
        Numbers.fixed(source.latencies().percentile(99), 1));
  }

  private static String row(String name, String images, String rate, String p50, String p99) {
    return String.format(
        Locale.ROOT, "%-" + NAME + "s %10s %10s %10s %10s", name, images, rate, p50, p99);
  }

  private String state(Progress progress) {
    Ledger ledger = progress.ledger();
    StringBuilder text = new StringBuilder();
    text.append(ledger.received()).append(" results");
    ledger.missing().ifPresent(missing -> text.append(", ").append(missing).append(" missing"));
    StringBuilder wrong = new StringBuilder();
    told(wrong, ledger.duplicates(), "twice");
    told(wrong, ledger.unknown(), "unknown");
    told(wrong, progress.malformed(), "malformed");
    told(wrong, progress.sources().skewed(), "with clocks askew");
    return text + (wrong.isEmpty() ? "" : warning.apply(wrong.toString()));
  }

  private static void told(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }
}
