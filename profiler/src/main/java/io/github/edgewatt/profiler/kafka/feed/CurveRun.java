package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.kafka.feed.images.ImageSet;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Sends images when they are due, on the thread that calls. What is late leaves at once, one after
 * the other, until the feed has caught up; nothing is left out.
 */
final class CurveRun implements Run {
  /** Longest sleep: so often a stop is seen. */
  private static final long LOOK_NANOS = 100_000_000;

  private final ByteSchedule schedule;
  private final FeedOptions options;
  private final ImageSet images;
  private final ImageSender sender;
  private final Deliveries deliveries;
  private final Reporter reporter;
  private final FeedClock clock;
  private final BooleanSupplier stopped;
  private final long start;
  private final long startMillis;
  private int slice;
  private int image;
  private long sentBytes;
  private long sent;
  private long refusedSince = -1;

  CurveRun(
      FeedOptions options,
      ImageSet images,
      int first,
      ImageSender sender,
      Deliveries deliveries,
      Reporter reporter,
      FeedClock clock,
      BooleanSupplier stopped) {
    this.options = options;
    schedule = options.schedule();
    this.images = images;
    image = first;
    this.sender = sender;
    this.deliveries = deliveries;
    this.reporter = reporter;
    this.clock = clock;
    this.stopped = stopped;
    start = clock.nanoTime();
    startMillis = clock.epochMillis();
  }

  @Override
  public long send() throws DatasetException, IOException {
    begin();
    try {
      while (!stopped.getAsBoolean() && step()) {
        reporter.tick(share());
      }
    } finally {
      // However it ends, what left since the slice began is in the file.
      reporter.end(clock.nanoTime(), share());
    }
    return sent;
  }

  /** Sends an image or waits for one; false when all is sent and the time is over. */
  private boolean step() throws DatasetException, IOException {
    long now = clock.nanoTime() - start;
    while (slice + 1 < schedule.slices() && now >= schedule.sliceStartNanos(slice + 1)) {
      reporter.end(start + schedule.sliceStartNanos(slice + 1), share());
      slice++;
      begin();
    }
    int size = images.bytes(image);
    long due = schedule.dueNanos(sentBytes, size);
    if (due <= now) {
      offer(size, due);
      return true;
    }
    long end = schedule.durationNanos();
    if (due == ByteSchedule.NEVER && now >= end) {
      return false;
    }
    long wake = Math.min(due, slice + 1 < schedule.slices() ? sliceEnd() : end);
    clock.parkUntil(start + Math.min(wake, now + LOOK_NANOS));
    return true;
  }

  private long sliceEnd() {
    return schedule.sliceStartNanos(slice + 1);
  }

  private void offer(int size, long due) throws IOException {
    byte[] bytes = images.read(image);
    long id = options.firstId() + sent;
    if (sender.offer(id, bytes)) {
      reporter.tally().left(size, clock.nanoTime() - start - due);
    } else {
      long now = clock.nanoTime();
      refusedSince = refusedSince < 0 ? now : refusedSince;
      if (now - refusedSince < options.giveUp().toNanos()) {
        // The same image again, after a look at the time and whether to stop.
        return;
      }
      deliveries.taken();
      deliveries.failed(id, "no room for it within " + options.giveUp().toSeconds() + " s");
    }
    refusedSince = -1;
    sent++;
    sentBytes += size;
    image = (image + 1) % images.count();
  }

  private void begin() {
    double rate = schedule.bytesPerSecond(slice);
    long at = schedule.sliceStartNanos(slice);
    reporter.begin(
        new SliceTally.Plan(
            slice,
            startMillis + Math.round(at / 1e6),
            schedule.fraction(slice),
            rate / images.meanBytes(),
            rate / 1e6),
        start + at);
  }

  private double share() {
    return Math.min(1, (clock.nanoTime() - start) / (double) schedule.durationNanos());
  }
}
