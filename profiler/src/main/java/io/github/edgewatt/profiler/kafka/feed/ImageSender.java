package io.github.edgewatt.profiler.kafka.feed;

import java.time.Duration;

/** Takes images to where they go and tells {@link Deliveries} what became of each. */
interface ImageSender {
  /**
   * Takes an image if there is room, waiting a moment for it; never for its delivery.
   *
   * @return whether it was taken: then {@link Deliveries} hears of it once. If not, offer it again
   */
  boolean offer(long id, byte[] image);

  /** Ends; what is not delivered within {@code patience} has failed, and is told so. */
  void close(Duration patience);
}
