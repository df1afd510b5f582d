package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.TimeBar;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a run into lines of one length, like words into lines of text. A gap that does not fit (a
 * run resumed the next day) starts a new line, so it takes no room.
 *
 * @param spanSeconds what one line shows
 * @param lines the bars of each line, by their start
 */
record TimeLines(double spanSeconds, List<List<TimeBar>> lines) {
  /** Lines hold about this many bars or more, so that a bar can be seen on a phone. */
  private static final int BARS_WANTED = 6;

  private static final int MOST_LINES = 24;
  private static final int[] SPANS_MINUTES = {
    1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080
  };

  static TimeLines of(List<TimeBar> bars) {
    double longest = 0;
    double total = 0;
    for (TimeBar bar : bars) {
      double seconds = bar.restSeconds() + bar.windowSeconds();
      longest = Math.max(longest, seconds);
      total += seconds;
    }
    double wanted = Math.max(longest, BARS_WANTED * total / bars.size());
    TimeLines lines = null;
    for (int minutes : SPANS_MINUTES) {
      if (minutes * 60 >= wanted) {
        lines = new TimeLines(minutes * 60, broken(bars, minutes * 60));
        if (lines.lines.size() <= MOST_LINES) {
          return lines;
        }
      }
    }
    return lines != null ? lines : new TimeLines(wanted, broken(bars, wanted));
  }

  private static List<List<TimeBar>> broken(List<TimeBar> bars, double span) {
    List<List<TimeBar>> lines = new ArrayList<>();
    List<TimeBar> line = new ArrayList<>();
    for (TimeBar bar : bars) {
      if (!line.isEmpty() && TimeLine.seconds(line.get(0).restFrom(), bar.endedAt()) > span) {
        lines.add(line);
        line = new ArrayList<>();
      }
      line.add(bar);
    }
    lines.add(line);
    return lines;
  }
}
