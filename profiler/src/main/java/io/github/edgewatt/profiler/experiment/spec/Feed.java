package io.github.edgewatt.profiler.experiment.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * What flows in.
 *
 * @param images folder, HDF5 file or {@code generated[:COUNT[:BYTES]]}
 * @param shape {@code day-night}, {@code linear} or {@code burst}
 * @param maxMbps 100 % of the load in 10^6 bytes a second
 * @param duration of the whole; for a burst, the longest it may take
 * @param breakpoints equal slices over the duration
 * @param cycles days in the duration
 * @param count images of a burst
 * @param threads senders of a burst; one keeps a curve
 */
public record Feed(
    String images,
    String shape,
    double maxMbps,
    Duration duration,
    int breakpoints,
    int cycles,
    Optional<Integer> count,
    int threads) {
  /** The published day and night. */
  public static final String DAY_NIGHT = "day-night";

  /** Sends a number of images as fast as it can. */
  public static final String BURST = "burst";

  /** Images made by the feeder itself. */
  public static final String GENERATED = "generated";

  /** The same with other images. */
  public Feed withImages(String other) {
    return new Feed(other, shape, maxMbps, duration, breakpoints, cycles, count, threads);
  }
}
