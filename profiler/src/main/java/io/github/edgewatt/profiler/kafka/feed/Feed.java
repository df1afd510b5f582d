package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.feed.images.ImageSet;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One feed: sends images as asked, and leaves {@code feed.csv} and {@code feed.json}. */
public final class Feed {
  /** What waits to be delivered, of all threads together. */
  static final long BUFFER_BYTES = 64L << 20;

  /** A stopped feed waits so long for what has left already. */
  private static final Duration LAST_WAIT = Duration.ofSeconds(10);

  private static final String SUMMARY = "feed.json";

  private final FeedOptions options;
  private final ImageSet images;
  private final KafkaTarget target;
  private final Path folder;
  private final FeedListener listener;
  private final FeedClock clock;
  private final Deliveries deliveries;

  /** Closed when all has arrived; added to on the threads that send. */
  private final List<ImageSender> senders = new ArrayList<>();

  private volatile boolean stopped;

  public Feed(
      FeedOptions options,
      ImageSet images,
      KafkaTarget target,
      Path folder,
      FeedListener listener) {
    this.options = options;
    this.images = images;
    this.target = target;
    this.folder = folder;
    this.listener = listener;
    clock = FeedClock.system();
    deliveries = new Deliveries(clock);
  }

  /**
   * Refuses a folder of an earlier feed.
   *
   * @throws DatasetException with a line that says so
   */
  public static void checkFree(Path folder) throws DatasetException {
    for (String name : List.of(FeedFile.NAME, SUMMARY)) {
      if (Files.exists(folder.resolve(name))) {
        throw new DatasetException(folder + " already holds a feed: choose another --output");
      }
    }
  }

  /** Ends the feed soon: what has left is still waited for, 10 s at most. */
  public void stop() {
    stopped = true;
  }

  /** Sends all; returns when every image has arrived or failed, and the files are written. */
  public FeedSummary run() throws DatasetException, PlatformException, IOException {
    try (FeedFile file = FeedFile.create(folder)) {
      boolean burst = options.shape() == FeedOptions.Shape.BURST;
      int slices = burst ? 0 : options.slices();
      Reporter reporter = new Reporter(file, listener, deliveries, clock, slices);
      long startMillis;
      long started;
      long left = 0;
      long ended;
      try {
        ImageSender curve = burst ? null : open();
        started = clock.nanoTime();
        startMillis = clock.epochMillis();
        left = run(burst, curve, reporter).send();
      } finally {
        awaitDelivery(reporter);
        ended = clock.nanoTime();
      }
      FeedSummary summary =
          summary(startMillis, (ended - started) / 1e9, left, reporter.tally(), burst);
      AtomicFiles.replace(folder.resolve(SUMMARY), summary.json().getBytes(StandardCharsets.UTF_8));
      return summary;
    }
  }

  private Run run(boolean burst, ImageSender curve, Reporter reporter) {
    int first = new Random(options.seed()).nextInt(images.count());
    return burst
        ? new BurstRun(
            options, images, first, this::open, deliveries, reporter, clock, () -> stopped)
        : new CurveRun(options, images, first, curve, deliveries, reporter, clock, () -> stopped);
  }

  private ImageSender open() throws PlatformException {
    KafkaSender sender =
        KafkaSender.open(
            target,
            options.keyed(),
            BUFFER_BYTES / options.threads(),
            options.giveUp(),
            deliveries);
    synchronized (senders) {
      senders.add(sender);
    }
    return sender;
  }

  /** Waits for what is on its way; each has a time after which it has failed, so this ends. */
  private void awaitDelivery(Reporter reporter) {
    long patience = options.giveUp().plusSeconds(5).toNanos();
    long begun = clock.nanoTime();
    while (deliveries.waiting() > 0
        && clock.nanoTime() - begun < (stopped ? LAST_WAIT.toNanos() : patience)) {
      reporter.tick(1);
      clock.parkUntil(clock.nanoTime() + 20_000_000);
    }
    synchronized (senders) {
      senders.forEach(sender -> sender.close(Duration.ofMillis(500)));
    }
  }

  private FeedSummary summary(
      long startMillis, double seconds, long left, SliceTally tally, boolean burst) {
    return new FeedSummary(
        startMillis,
        clock.epochMillis(),
        options.firstId(),
        options.firstId() + left - 1,
        deliveries.delivered(),
        deliveries.failedIds(),
        deliveries.firstReason(),
        deliveries.deliveredBytes(),
        burst ? Double.NaN : askedMbps(),
        seconds,
        burst ? Double.NaN : tally.maxLagMillis(),
        burst ? Double.NaN : tally.p99LagMillis(),
        stopped,
        asked(burst));
  }

  private double askedMbps() {
    return options.schedule().totalBytes() / 1e6 / (options.duration().toNanos() / 1e9);
  }

  private Map<String, Object> asked(boolean burst) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("shape", options.shape().text());
    if (burst) {
      all.put("n_images", options.images());
      all.put("n_threads", options.threads());
    } else {
      all.put("max_mbps", options.maxMbps());
      all.put("duration", options.duration().toMillis() / 1e3);
      all.put("breakpoints", options.slices());
      all.put("n_cycles", options.cycles());
    }
    all.put("images", images.description());
    all.put("image_count", images.count());
    all.put("mean_bytes", Math.round(images.meanBytes() * 10) / 10.0);
    all.put("seed", options.seed());
    all.put("keyed", options.keyed());
    all.put("topic", target.input());
    return all;
  }
}
