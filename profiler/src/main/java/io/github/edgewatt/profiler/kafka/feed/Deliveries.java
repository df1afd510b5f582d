package io.github.edgewatt.profiler.kafka.feed;

import java.util.ArrayList;
import java.util.List;

/** What became of the images that left; told by the senders' own threads. */
final class Deliveries {
  private final FeedClock clock;
  private final List<Long> failed = new ArrayList<>();
  private String firstReason = "";
  private long taken;
  private long delivered;
  private long deliveredBytes;
  private long heardNanos;

  Deliveries(FeedClock clock) {
    this.clock = clock;
  }

  /** An image is on its way. */
  synchronized void taken() {
    if (taken == delivered + failed.size()) {
      heardNanos = clock.nanoTime();
    }
    taken++;
  }

  /** An image that was said to be on its way was not taken after all. */
  synchronized void withdrawn() {
    taken--;
  }

  synchronized void delivered(int bytes) {
    delivered++;
    deliveredBytes += bytes;
    heardNanos = clock.nanoTime();
  }

  /**
   * An image that was {@link #taken} did not arrive, or nobody knows.
   *
   * @param reason in one line; the first is kept
   */
  synchronized void failed(long id, String reason) {
    failed.add(id);
    if (firstReason.isEmpty()) {
      firstReason = reason;
    }
    heardNanos = clock.nanoTime();
  }

  synchronized long delivered() {
    return delivered;
  }

  synchronized long deliveredBytes() {
    return deliveredBytes;
  }

  synchronized int failures() {
    return failed.size();
  }

  /** Ids of the images that failed, ascending. */
  synchronized List<Long> failedIds() {
    return failed.stream().sorted().toList();
  }

  synchronized String firstReason() {
    return firstReason;
  }

  /** Images on their way. */
  synchronized long waiting() {
    return taken - delivered - failed.size();
  }

  /** How long nobody has answered while images were on their way, in nanoseconds. */
  synchronized long silentNanos() {
    return taken == delivered + failed.size() ? 0 : clock.nanoTime() - heardNanos;
  }
}
