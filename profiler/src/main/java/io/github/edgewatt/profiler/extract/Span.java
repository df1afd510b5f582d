package io.github.edgewatt.profiler.extract;

/**
 * The instants that are asked for: {@code start}, {@code start + step}, … up to {@code end}. Whole
 * seconds since 1970, as in the names of files.
 *
 * @param start first instant
 * @param end last instant at most; itself asked for where the steps meet it
 * @param step seconds from one instant to the next
 */
public record Span(long start, long end, long step) {
  /** 10,000 years of seconds would overflow nothing, but nobody means them. */
  private static final long LATEST = 253_402_300_799L;

  public Span {
    if (step < 1) {
      throw new IllegalArgumentException("--sampling is " + step + ": give whole seconds above 0");
    }
    if (end < start) {
      throw new IllegalArgumentException("--end is before --start: swap them");
    }
    if (start < 0 || end > LATEST) {
      throw new IllegalArgumentException("the span must lie between 1970 and the year 9999");
    }
  }

  /** How many instants. */
  public long points() {
    return (end - start) / step + 1;
  }

  /** The last instant. */
  public long last() {
    return start + (points() - 1) * step;
  }
}
