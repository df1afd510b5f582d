package io.github.edgewatt.profiler.kafka.track;

import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.view.TrackView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Reads results until all came, nothing comes any more, or it is asked to stop. Rows first, then
 * the commit: what Kafka believes to be done stands on disk.
 */
final class TrackLoop {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long SECOND = 1_000_000_000L;
  private static final long SUMMARY_NANOS = 5 * SECOND;

  /** Longer than a member of the group that was killed keeps its partitions. */
  private static final long ASSIGNMENT_NANOS = 60 * SECOND;

  /** An absent broker is waited for this long where an end is due. */
  private static final long AWAY_NANOS = 600 * SECOND;

  private final Consumer<byte[], byte[]> consumer;
  private final Places places;
  private final Tracker tracker;
  private final TrackOptions options;
  private final TrackView view;
  private final LongSupplier nanoTime;
  private final AtomicBoolean stop;
  private final Link link;
  private boolean dueKnown;
  private long lastMessage;
  private long lastTick;
  private long lastSummary;

  TrackLoop(
      Consumer<byte[], byte[]> consumer,
      Places places,
      Tracker tracker,
      TrackOptions options,
      TrackView view,
      LongSupplier nanoTime,
      AtomicBoolean stop) {
    this.consumer = consumer;
    this.places = places;
    this.tracker = tracker;
    this.options = options;
    this.view = view;
    this.nanoTime = nanoTime;
    this.stop = stop;
    this.link = new Link(consumer);
    this.dueKnown = options.expected().isPresent();
  }

  /** Runs; {@code ready} is run once when the first partition is there. */
  void run(String topic, Runnable ready) throws IOException, TrackFailure {
    consumer.subscribe(List.of(topic), places);
    long started = nanoTime.getAsLong();
    lastMessage = started;
    lastTick = started;
    lastSummary = started;
    boolean isReady = false;
    while (!stop.get() && !isDone()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        tracker.take(record.key(), record.value(), record.partition(), record.offset());
        places.taken(record.topic(), record.partition(), record.offset());
      }
      long now = nanoTime.getAsLong();
      if (!isReady && places.isAssigned()) {
        isReady = true;
        places.commit();
        ready.run();
        lastMessage = now;
      }
      if (!isReady && now - started > ASSIGNMENT_NANOS) {
        throw new TrackFailure(
            "no partition of "
                + topic
                + " was given to this tracker within a minute: another one"
                + " of its group holds them, or Kafka went away");
      }
      lastMessage = records.isEmpty() ? lastMessage : now;
      if (now - lastTick >= SECOND) {
        tick(now);
      }
    }
  }

  private void tick(long now) throws IOException, TrackFailure {
    lastTick = now;
    Link.Change change = link.look(now);
    if (change == Link.Change.WENT) {
      view.line("Kafka is away: waiting for it");
    } else if (change == Link.Change.CAME_BACK) {
      view.line("Kafka is back: going on");
      lastMessage = now;
    }
    if (link.isAway()) {
      if (options.ends() && now - link.awaySinceNanos() > AWAY_NANOS) {
        throw new TrackFailure("Kafka did not come back within 10 minutes; the rows are kept");
      }
    } else if (tracker.flush()) {
      places.commit();
    }
    expectLater(now);
    if (now - lastSummary >= SUMMARY_NANOS) {
      lastSummary = now;
      tracker.summarise(false);
    }
    view.progress(tracker.progress());
  }

  /** A feed tells what it sent only when it has ended. */
  private void expectLater(long now) throws IOException, TrackFailure {
    if (dueKnown || options.feedJson().isEmpty() || !Files.exists(options.feedJson().get())) {
      return;
    }
    Path feed = options.feedJson().get();
    try {
      tracker.ledger().expect(Expectation.read(feed));
    } catch (IllegalArgumentException e) {
      throw new TrackFailure(e.getMessage(), e);
    }
    dueKnown = true;
    lastMessage = now;
  }

  private boolean isDone() {
    if (!dueKnown) {
      return false;
    }
    OptionalLong missing = tracker.ledger().missing();
    boolean silent = nanoTime.getAsLong() - lastMessage >= options.timeout().toNanos();
    return missing.orElse(1) == 0 || (silent && !link.isAway() && places.isAssigned());
  }
}
