package io.github.edgewatt.profiler.kafka.feed;

import java.time.Duration;

/**
 * What a feed is asked for.
 *
 * @param shape of the load
 * @param maxMbps decimal megabytes per second at fraction 1; curves only
 * @param duration of the whole; curves only
 * @param slices equal parts of constant load; curves only
 * @param cycles days in the run; day-night only
 * @param images how many in a burst
 * @param threads producers of a burst
 * @param firstId key of the first image
 * @param keyed whether images have their number as key
 * @param seed of the first image's place in the set
 * @param giveUp after how long an image that nobody takes has failed
 */
public record FeedOptions(
    Shape shape,
    double maxMbps,
    Duration duration,
    int slices,
    int cycles,
    int images,
    int threads,
    long firstId,
    boolean keyed,
    long seed,
    Duration giveUp) {
  /** How the load goes. */
  public enum Shape {
    DAY_NIGHT("day-night"),
    LINEAR("linear"),
    BURST("burst");

    private final String text;

    Shape(String text) {
      this.text = text;
    }

    /** As on the command line and in {@code feed.json}. */
    public String text() {
      return text;
    }
  }

  /** The curve's schedule; not for a burst. */
  public ByteSchedule schedule() {
    double[] fractions =
        shape == Shape.LINEAR ? LoadCurve.linear(slices) : LoadCurve.dayNight(slices, cycles);
    return new ByteSchedule(fractions, duration, maxMbps * 1e6);
  }
}
