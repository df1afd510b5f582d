package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;

/** Writes and tells how a feed goes: rows at the slices' ends, progress and outages between. */
final class Reporter {
  private static final long TICK_NANOS = 500_000_000;

  /** Nobody answers for so long: worth a line. A broker under full load takes less than 1 s. */
  private static final long SILENCE_NANOS = 3_000_000_000L;

  private final FeedFile file;
  private final FeedListener listener;
  private final Deliveries deliveries;
  private final FeedClock clock;
  private final SliceTally tally = new SliceTally();
  private final int slices;
  private SliceTally.Plan plan;
  private long sliceStart;
  private long failedBefore;
  private long nextTick;
  private boolean silent;
  private long start;

  /**
   * @param slices how many there will be; 0 where nobody knows
   */
  Reporter(
      FeedFile file, FeedListener listener, Deliveries deliveries, FeedClock clock, int slices) {
    this.file = file;
    this.listener = listener;
    this.deliveries = deliveries;
    this.clock = clock;
    this.slices = slices;
  }

  SliceTally tally() {
    return tally;
  }

  /** A slice begins, at a time of the clock. */
  void begin(SliceTally.Plan next, long atNanos) {
    if (plan == null) {
      start = atNanos;
    }
    plan = next;
    sliceStart = atNanos;
  }

  /** The slice is over, at a time of the clock. */
  void end(long atNanos, double share) throws DatasetException {
    long failed = deliveries.failures();
    SliceRow row =
        tally.cut(plan, (atNanos - sliceStart) / 1e9, failed - failedBefore, deliveries.waiting());
    failedBefore = failed;
    file.append(row);
    double seconds = (atNanos - sliceStart) / 1e9;
    listener.slice(
        progress(
            share,
            row.achievedMbps(),
            seconds > 0 ? row.sent() / seconds : 0,
            row.maxLagMillis(),
            row.p99LagMillis()));
  }

  /** Tells what there is to tell, if it is time to. */
  void tick(double share) {
    long now = clock.nanoTime();
    if (now < nextTick) {
      return;
    }
    nextTick = now + TICK_NANOS;
    double seconds = Math.max(1e-3, (now - sliceStart) / 1e9);
    listener.going(
        progress(
            share,
            tally.bytesNow() / 1e6 / seconds,
            tally.sentNow() / seconds,
            Double.NaN,
            Double.NaN));
    long silence = deliveries.silentNanos();
    if (silence > SILENCE_NANOS && !silent) {
      silent = true;
      listener.warned(
          "Kafka has not answered for %d s: %d images wait, those due go on joining them until the buffer is full"
              .formatted(silence / 1_000_000_000, deliveries.waiting()));
    } else if (silence < SILENCE_NANOS && silent) {
      silent = false;
      listener.warned(
          "Kafka answers again; %d images wait, late ones leave at once"
              .formatted(deliveries.waiting()));
    }
  }

  private FeedProgress progress(
      double share, double mbps, double images, double maxLag, double p99Lag) {
    return new FeedProgress(
        plan.slice(),
        slices,
        share,
        (clock.nanoTime() - start) / 1e9,
        plan.fraction(),
        plan.targetMbps(),
        mbps,
        images,
        maxLag,
        p99Lag,
        deliveries.waiting(),
        deliveries.failures());
  }
}
