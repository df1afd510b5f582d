package io.github.edgewatt.profiler.kafka.track.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One image's result. Times are milliseconds, NaN where the message's generation has none.
 *
 * @param source which consumer it was
 * @param dimensions the tensor's shape as text, {@code [1, 3, 416, 416]}
 * @param idle since the image before, in milliseconds; early consumers of the second generation
 *     sent seconds, which a message does not tell
 * @param queue from the image's record to the consumer; below 0 where clocks disagree
 * @param startTime when the image was sent, since the epoch
 * @param endTime when the consumer got it, since the epoch
 * @param finishTime when detection was done, since the epoch
 * @param id the image's number as it was sent, if it had one
 * @param detections how many objects were found, if the message tells
 * @param errors what went wrong, one line; empty if nothing did
 * @param image where the image lay, if the message tells
 */
public record TrackedResult(
    String source,
    String model,
    String dimensions,
    double idle,
    double pre,
    double inf,
    double post,
    double queue,
    double startTime,
    double endTime,
    double finishTime,
    Optional<String> id,
    OptionalInt detections,
    String errors,
    Optional<ImagePlace> image) {
  public TrackedResult {
    requireNonNull(source, "source is null");
    requireNonNull(model, "model is null");
    requireNonNull(dimensions, "dimensions is null");
    requireNonNull(id, "id is null");
    requireNonNull(detections, "detections is null");
    requireNonNull(errors, "errors is null");
    requireNonNull(image, "image is null");
  }

  /**
   * From sending to detection, in milliseconds: {@code inf + pre + post + queue}, the published
   * sum; NaN where a part is unknown.
   */
  public double total() {
    return inf + pre + post + queue;
  }

  /** When detection was done; {@code endTime} and the work after it where the message has none. */
  public double finished() {
    return Double.isNaN(finishTime) ? endTime + pre + inf + post : finishTime;
  }

  /** Whether the consumer's clock was behind the sender's: the image came before it was sent. */
  public boolean isSkewed() {
    return queue < 0;
  }
}
