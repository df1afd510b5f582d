package io.github.edgewatt.profiler.kafka.track.result;

import java.util.Optional;
import java.util.OptionalInt;

/** Results made up. */
public final class TestResults {
  /** One with everything in it. */
  public static final TrackedResult WHOLE =
      of("10.0.0.7", 1.5, 20.25, 0.5, 7, Optional.of("17"), place(2, 123));

  /** What is left of a message that told nothing. */
  public static final TrackedResult BARE =
      new TrackedResult(
          "unknown",
          "unknown",
          "",
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Optional.empty(),
          OptionalInt.empty(),
          "",
          Optional.empty());

  private TestResults() {}

  public static Optional<ImagePlace> place(int partition, long offset) {
    return Optional.of(new ImagePlace("yolo_input", partition, offset));
  }

  /** Of an image with this number, from an unknown place. */
  public static TrackedResult numbered(String id) {
    return of("a", 1, 2, 3, 4, Optional.of(id), Optional.empty());
  }

  /** Of an image from this place, without a number. */
  public static TrackedResult placed(int partition, long offset) {
    return of("a", 1, 2, 3, 4, Optional.empty(), place(partition, offset));
  }

  /** By this consumer, with these times in milliseconds. */
  public static TrackedResult timed(
      String source, double pre, double inf, double post, double queue) {
    return of(source, pre, inf, post, queue, Optional.empty(), Optional.empty());
  }

  public static TrackedResult of(
      String source,
      double pre,
      double inf,
      double post,
      double queue,
      Optional<String> id,
      Optional<ImagePlace> place) {
    double end = 1_700_000_000_000.0 + queue;
    return new TrackedResult(
        source,
        "yolox_nano",
        "[1, 3, 416, 416]",
        0.125,
        pre,
        inf,
        post,
        queue,
        1_700_000_000_000.0,
        end,
        end + pre + inf + post,
        id,
        OptionalInt.of(2),
        "",
        place);
  }
}
