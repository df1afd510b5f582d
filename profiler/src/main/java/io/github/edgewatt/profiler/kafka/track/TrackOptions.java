package io.github.edgewatt.profiler.kafka.track;

import static java.util.Objects.requireNonNull;

import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.file.TableHeader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How results are tracked.
 *
 * @param saveInterval rows of a file
 * @param printInterval results of a window of rolling figures
 * @param output where runs' folders are made
 * @param expected what is due, where a number was given
 * @param feedJson where a feed will have said what it sent; absent where a number was given
 * @param timeout how long nothing may come before missing images are given up
 */
public record TrackOptions(
    int saveInterval,
    int printInterval,
    Path output,
    TableHeader header,
    Optional<Expectation> expected,
    Optional<Path> feedJson,
    Duration timeout) {
  public TrackOptions {
    requireNonNull(output, "output is null");
    requireNonNull(header, "header is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(feedJson, "feedJson is null");
    requireNonNull(timeout, "timeout is null");
    if (saveInterval < 1 || printInterval < 1) {
      throw new IllegalArgumentException("intervals are 1 and more");
    }
  }

  /** Whether it ends by itself. */
  boolean ends() {
    return expected.isPresent() || feedJson.isPresent();
  }
}
