package io.github.edgewatt.profiler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one query asks of a metric; both ends are instants of the span's grid.
 *
 * @param start first instant, seconds since 1970
 * @param end last instant, seconds since 1970
 * @param step seconds from one instant to the next
 */
public record Segment(long start, long end, long step) {
  private static final Pattern FILE = Pattern.compile("(\\d{1,12})-(\\d{1,12})\\.json");

  public Segment {
    if (step < 1 || end < start || (end - start) % step != 0) {
      throw new IllegalArgumentException("no segment: " + start + "-" + end + " by " + step);
    }
  }

  /** How many instants. */
  public long points() {
    return (end - start) / step + 1;
  }

  /** The same instants in two parts; empty where there is only one instant. */
  public List<Segment> halves() {
    if (points() < 2) {
      return List.of();
    }
    long middle = start + (points() / 2) * step;
    return List.of(new Segment(start, middle - step, step), new Segment(middle, end, step));
  }

  /** {@code <start>-<end>.json}. */
  public String fileName() {
    return start + "-" + end + ".json";
  }

  /** The segment a file of this name holds; empty for other names. */
  public static Optional<Segment> ofFile(String name, long step) {
    Matcher matcher = FILE.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long start = Long.parseLong(matcher.group(1));
    long end = Long.parseLong(matcher.group(2));
    return end < start || (end - start) % step != 0
        ? Optional.empty()
        : Optional.of(new Segment(start, end, step));
  }

  /**
   * What of this segment none of {@code held} holds.
   *
   * @param held of the same grid, in order of their start
   */
  public List<Segment> without(List<Segment> held) {
    List<Segment> missing = new ArrayList<>();
    long next = start;
    for (Segment one : held) {
      if (one.end() < next || one.start() > end) {
        continue;
      }
      if (one.start() > next) {
        missing.add(new Segment(next, one.start() - step, step));
      }
      next = one.end() + step;
    }
    if (next <= end) {
      missing.add(new Segment(next, end, step));
    }
    return missing;
  }
}
