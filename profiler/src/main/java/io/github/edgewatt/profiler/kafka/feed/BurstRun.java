package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.kafka.feed.images.ImageSet;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Sends a number of images as fast as they are taken, each thread with a sender of its own. With
 * several threads images overtake one another; each still leaves once.
 */
final class BurstRun implements Run {
  private static final long SLICE_NANOS = 1_000_000_000;
  private static final long LOOK_NANOS = 50_000_000;

  /** Opens a sender on the thread that will use it. */
  @FunctionalInterface
  interface Senders {
    ImageSender open() throws PlatformException;
  }

  private final FeedOptions options;
  private final ImageSet images;
  private final int first;
  private final Senders senders;
  private final Deliveries deliveries;
  private final Reporter reporter;
  private final FeedClock clock;
  private final BooleanSupplier stopped;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<Exception> broken = new AtomicReference<>();
  private final long start;
  private final long startMillis;
  private int slice;

  BurstRun(
      FeedOptions options,
      ImageSet images,
      int first,
      Senders senders,
      Deliveries deliveries,
      Reporter reporter,
      FeedClock clock,
      BooleanSupplier stopped) {
    this.options = options;
    this.images = images;
    this.first = first;
    this.senders = senders;
    this.deliveries = deliveries;
    this.reporter = reporter;
    this.clock = clock;
    this.stopped = stopped;
    start = clock.nanoTime();
    startMillis = clock.epochMillis();
  }

  @Override
  public long send() throws DatasetException, PlatformException, IOException {
    List<Thread> workers = new ArrayList<>();
    for (int k = 0; k < options.threads(); k++) {
      Thread worker = new Thread(this::work, "burst-" + k);
      worker.start();
      workers.add(worker);
    }
    begin();
    while (workers.stream().anyMatch(Thread::isAlive)) {
      clock.parkUntil(clock.nanoTime() + LOOK_NANOS);
      if (clock.nanoTime() - start >= (slice + 1) * SLICE_NANOS) {
        reporter.end(clock.nanoTime(), share());
        slice++;
        begin();
      }
      reporter.tick(share());
    }
    reporter.end(clock.nanoTime(), share());
    rethrow();
    return Math.min(next.get(), options.images());
  }

  private void rethrow() throws PlatformException, IOException {
    Exception error = broken.get();
    if (error instanceof PlatformException platform) {
      throw platform;
    }
    if (error instanceof IOException io) {
      throw io;
    }
    if (error != null) {
      throw new IllegalStateException(error);
    }
  }

  private void work() {
    try {
      ImageSender sender = senders.open();
      while (!stopped.getAsBoolean() && broken.get() == null) {
        long k = next.getAndIncrement();
        if (k >= options.images()) {
          return;
        }
        send(sender, k);
      }
    } catch (PlatformException | IOException | RuntimeException e) {
      broken.compareAndSet(null, e);
    }
  }

  private void send(ImageSender sender, long k) throws IOException {
    int image = (int) ((first + k) % images.count());
    byte[] bytes = images.read(image);
    long id = options.firstId() + k;
    long begun = clock.nanoTime();
    while (!sender.offer(id, bytes)) {
      boolean late = clock.nanoTime() - begun >= options.giveUp().toNanos();
      if (late || stopped.getAsBoolean()) {
        deliveries.taken();
        deliveries.failed(id, late ? "no room for it in time" : "stopped before it left");
        return;
      }
    }
    reporter.tally().left(bytes.length, 0);
  }

  private void begin() {
    long now = clock.nanoTime();
    reporter.begin(
        new SliceTally.Plan(
            slice,
            startMillis + Math.round((now - start) / 1e6),
            Double.NaN,
            Double.NaN,
            Double.NaN),
        now);
  }

  private double share() {
    return Math.min(1, next.get() / (double) options.images());
  }
}
