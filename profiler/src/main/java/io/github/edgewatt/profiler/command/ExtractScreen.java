package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.extract.Outcome.Failure;
import io.github.edgewatt.profiler.extract.fetch.Listener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How an extraction goes: a line on a terminal that changes, else one every ten seconds. */
final class ExtractScreen implements Listener {
  private static final long ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(10);
  private static final int MOST_FAILURES = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long begun;
  private long told;
  private int total;
  private int done;
  private int failures;
  private long bytes;

  ExtractScreen(PrintWriter out, PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.told = begun;
  }

  @Override
  public synchronized void begins(int segments) {
    total = segments;
  }

  @Override
  public synchronized void fetched(String metric, long more) {
    done++;
    bytes += more;
    long now = nanos.getAsLong();
    if (now - told < (terminal ? ON_TERMINAL : ELSEWHERE)) {
      return;
    }
    told = now;
    String line = progress(metric, (now - begun) / 1e9);
    if (terminal) {
      out.print("\r\u001b[K" + (line.length() > 100 ? line.substring(0, 99) + "…" : line));
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String progress(String metric, double seconds) {
    double left = seconds / done * (total - done);
    return String.format(
        Locale.ROOT,
        "%6d/%d (%d %%)  %s  eta %s  %s  %s",
        done,
        total,
        100L * done / total,
        time(seconds),
        time(left),
        size(bytes),
        metric);
  }

  @Override
  public synchronized void failed(Failure failure) {
    failures++;
    if (failures <= MOST_FAILURES) {
      error(
          "missing %s %d-%d: %s"
              .formatted(failure.metric(), failure.start(), failure.end(), failure.reason()));
    } else if (failures == MOST_FAILURES + 1) {
      error("further missing parts stand in extract.json only");
    }
  }

  @Override
  public synchronized void warned(String warning) {
    error("Prometheus warns: " + warning);
  }

  private void error(String line) {
    clear();
    err.println("edgewatt: " + line);
    err.flush();
  }

  /** Removes the line that changes. */
  synchronized void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  /** Seconds since it was made. */
  double seconds() {
    return (nanos.getAsLong() - begun) / 1e9;
  }

  /** {@code 1h05m}, {@code 2m07s}, {@code 12s}. */
  static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole % 3600 / 60);
    }
    return whole >= 60
        ? String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60)
        : whole + "s";
  }

  /** {@code 41.2 GB}, {@code 88.0 MB}, {@code 12.3 kB}. */
  static String size(long bytes) {
    if (bytes >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
    return bytes >= 1_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
  }
}
