package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Scale;
import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.charts.Xml;
import io.github.edgewatt.profiler.report.figures.State;
import io.github.edgewatt.profiler.report.figures.TimeBar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The time line: each measurement as a bar, the rest before it as a thin one, broken into lines
 * like text. It stretches in width only (positions are percentages), so that its text stays legible
 * on a phone.
 */
public final class TimeLine {
  private static final int LINE_HEIGHT = 44;
  private static final int BAR_TOP = 17;
  private static final int BAR_HEIGHT = 14;
  private static final int AXIS_HEIGHT = 18;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder svg = new StringBuilder();
  private final double spanSeconds;
  private String lastDay = "";

  private TimeLine(double spanSeconds) {
    this.spanSeconds = spanSeconds;
  }

  /** The element; {@code bars} by their start, at least one. */
  public static String of(List<TimeBar> bars, String id) {
    TimeLines lines = TimeLines.of(bars);
    TimeLine line = new TimeLine(lines.spanSeconds());
    int height = lines.lines().size() * LINE_HEIGHT + AXIS_HEIGHT;
    line.svg
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\" id=\"")
        .append(id)
        .append("\" role=\"img\" aria-label=\"Measurements in the order they were taken\"")
        .append(" width=\"100%\" height=\"")
        .append(height)
        .append("\">");
    line.grid(height);
    for (int i = 0; i < lines.lines().size(); i++) {
      line.line(lines.lines().get(i), i * LINE_HEIGHT);
    }
    return line.svg.append("</svg>").toString();
  }

  private void grid(int height) {
    double step = Scale.step(spanSeconds / 60, 5) * 60;
    for (double at = 0; at <= spanSeconds * 1.0001; at += step) {
      String x = percent(at);
      boolean last = at + step > spanSeconds * 1.0001;
      svg.append("<line class=\"grid\" x1=\"").append(x).append("\" x2=\"").append(x);
      svg.append("\" y1=\"0\" y2=\"").append(height - AXIS_HEIGHT).append("\"/>");
      svg.append("<text x=\"").append(x).append("\" y=\"").append(height - 4);
      svg.append("\" text-anchor=\"").append(at == 0 ? "start" : last ? "end" : "middle");
      svg.append("\">").append(at == 0 ? "" : "+").append(Plots.numbers().format(at / 60));
      svg.append(last ? " min" : "").append("</text>");
    }
  }

  private void line(List<TimeBar> bars, int top) {
    Instant from = bars.get(0).restFrom();
    svg.append("<text class=\"clock\" x=\"0\" y=\"").append(top + 12).append("\">");
    // The date stands once; a later line carries it where a new day has begun.
    String clock = CLOCK.format(from);
    String day = clock.substring(0, 10);
    svg.append(!day.equals(lastDay) ? clock : clock.substring(11)).append("</text>");
    lastDay = day;
    for (TimeBar bar : bars) {
      double start = seconds(from, bar.restFrom());
      rect("rest", start, bar.restSeconds(), top + BAR_TOP + 5, BAR_HEIGHT - 10);
    }
    for (TimeBar bar : bars) {
      bar(bar, seconds(from, bar.startedAt()), top);
    }
  }

  private void bar(TimeBar bar, double start, int top) {
    String description =
        bar.id()
            + ": "
            + bar.label()
            + ", "
            + bar.state().text()
            + (bar.reasons().isEmpty() ? "" : " (" + bar.reasons() + ")")
            + ", after a rest of "
            + bar.restSeconds()
            + " s";
    svg.append("<g><title>").append(Xml.escape(description)).append("</title>");
    String kind = "bar " + StateMarks.mark(bar.state()).ink().name().toLowerCase(Locale.ROOT);
    rect(kind, start, bar.windowSeconds(), top + BAR_TOP, BAR_HEIGHT);
    if (bar.state() != State.VALID) {
      svg.append("<text class=\"sign\" text-anchor=\"middle\" x=\"");
      svg.append(percent(start + bar.windowSeconds() / 2)).append("\" y=\"");
      svg.append(top + BAR_TOP + 11).append("\">").append(sign(bar.state())).append("</text>");
    }
    svg.append("</g>");
  }

  private void rect(String kind, double start, double seconds, int y, int height) {
    svg.append("<rect class=\"").append(kind).append("\" x=\"").append(percent(start));
    svg.append("\" width=\"").append(percent(Math.max(seconds, 0))).append("\" y=\"").append(y);
    svg.append("\" height=\"").append(height).append("\"/>");
  }

  private static String sign(State state) {
    return state == State.INVALID ? "×" : state == State.OVERLOAD_ONLY ? "△" : "▲";
  }

  private String percent(double seconds) {
    return Svg.coordinate(100 * seconds / spanSeconds) + "%";
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
