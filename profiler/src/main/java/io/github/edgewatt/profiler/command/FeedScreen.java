package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.kafka.feed.FeedListener;
import io.github.edgewatt.profiler.kafka.feed.FeedProgress;
import java.io.PrintWriter;

/** A feed on the screen: one line that changes on a terminal, else a line a slice. */
final class FeedScreen implements FeedListener {
  private static final int BAR = 20;
  private final PrintWriter out;
  private final boolean terminal;
  private final Colours colours;

  FeedScreen(PrintWriter out, boolean terminal, boolean coloured) {
    this.out = out;
    this.terminal = terminal;
    colours = new Colours(coloured);
  }

  @Override
  public void slice(FeedProgress progress) {
    if (!terminal) {
      line("slice  " + text(progress));
    }
  }

  @Override
  public void going(FeedProgress progress) {
    if (terminal) {
      int done = (int) Math.round(BAR * progress.share());
      String line =
          "█".repeat(done) + "░".repeat(BAR - done) + "  " + text(progress) + eta(progress);
      clear();
      out.print(line.length() > 100 ? line.substring(0, 99) + "…" : line);
      out.flush();
    }
  }

  @Override
  public void warned(String text) {
    line(colours.warn("warning  " + text));
  }

  /** A line that stays. */
  void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** Removes the line that changes. */
  void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private static String text(FeedProgress now) {
    StringBuilder text = new StringBuilder();
    text.append(now.slice() + 1).append(now.slices() == 0 ? "" : "/" + now.slices()).append("  ");
    text.append(Numbers.fixed(now.achievedMbps(), 2));
    if (!Double.isNaN(now.targetMbps())) {
      text.append(" of ").append(Numbers.fixed(now.targetMbps(), 2));
    }
    text.append(" MB/s  ").append(Numbers.significant(now.imagesPerSecond(), 3)).append("/s");
    if (!Double.isNaN(now.p99LagMillis())) {
      text.append("  lag p99 ").append(Numbers.significant(now.p99LagMillis(), 2));
      text.append(" ms, max ").append(Numbers.significant(now.maxLagMillis(), 2)).append(" ms");
    }
    text.append(now.waiting() == 0 ? "" : "  " + now.waiting() + " waiting");
    text.append(now.failed() == 0 ? "" : "  " + now.failed() + " failed");
    return text.toString();
  }

  private static String eta(FeedProgress now) {
    if (now.share() <= 0 || now.share() >= 1) {
      return "";
    }
    long left = Math.round(now.elapsedSeconds() * (1 - now.share()) / now.share());
    return "  eta " + (left < 60 ? left + "s" : left / 60 + "m" + left % 60 + "s");
  }
}
