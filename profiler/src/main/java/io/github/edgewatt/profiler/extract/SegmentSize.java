package io.github.edgewatt.profiler.extract;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a metric one query asks for.
 *
 * @param points instants in a segment, 1 to 11,000: Prometheus answers no more of a series
 */
public record SegmentSize(long points) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(s?)");

  public SegmentSize {
    if (points < 1) {
      throw new IllegalArgumentException("a segment holds one instant at least");
    }
    points = Math.min(points, PrometheusClient.MOST_POINTS);
  }

  /**
   * {@code 2000}: instants; {@code 2000s}: seconds.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  public static SegmentSize parse(String text, long step) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "--segment_size is '"
              + text
              + "': give the data points of a query, such as 2000, or its seconds, such as 3600s");
    }
    long number = Long.parseLong(matcher.group(1));
    return new SegmentSize(matcher.group(2).isEmpty() ? number : Math.max(1, number / step));
  }

  /** The span in segments that share no instant and leave none out, in order. */
  public List<Segment> cut(Span span) {
    List<Segment> segments = new ArrayList<>();
    long length = points * span.step();
    for (long start = span.start(); start <= span.last(); start += length) {
      long end = Math.min(span.last(), start + length - span.step());
      segments.add(new Segment(start, end, span.step()));
    }
    return segments;
  }
}
