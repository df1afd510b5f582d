package io.github.edgewatt.profiler.kafka.track;

import io.github.edgewatt.profiler.kafka.KafkaErrors;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.file.Recovered;
import io.github.edgewatt.profiler.kafka.track.file.Recovery;
import io.github.edgewatt.profiler.kafka.track.view.TrackView;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One run of the tracker: what earlier runs left, Kafka, metrics, and an end that is clean. */
public final class Tracking {
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** The published group of a topic's readers. */
  public static String group(String topic) {
    return topic + ".consumers";
  }

  /**
   * How a run ended.
   *
   * @param folder where its files are; absent where nothing came
   * @param complete whether nothing that was due is missing
   * @param ledger what came
   */
  public record Outcome(Optional<Path> folder, boolean complete, Ledger ledger) {}

  private Tracking() {}

  /**
   * Tracks until all came, the time is over, or {@code stop} is set.
   *
   * @param earliest whether a group without a place begins at the first record there is
   * @throws TrackFailure where Kafka, the disk or the port does not do its part
   * @throws PlatformException where no client of Kafka could be made
   */
  public static Outcome run(
      KafkaTarget target,
      TrackOptions options,
      boolean earliest,
      String host,
      int port,
      TrackView view,
      AtomicBoolean stop)
      throws TrackFailure, PlatformException, InterruptedException {
    try {
      TrackMetrics metrics = new TrackMetrics();
      try (MetricsEndpoint endpoint = new MetricsEndpoint(metrics, host, port)) {
        return track(target, options, earliest, endpoint.url(), metrics, view, stop);
      }
    } catch (IOException e) {
      throw new TrackFailure(reason(e), e);
    } catch (KafkaException e) {
      throw new TrackFailure("Kafka does not take part: " + e.getMessage(), e);
    }
  }

  private static Outcome track(
      KafkaTarget target,
      TrackOptions options,
      boolean earliest,
      String url,
      TrackMetrics metrics,
      TrackView view,
      AtomicBoolean stop)
      throws IOException, TrackFailure, PlatformException, InterruptedException {
    ResultTopic topic = ResultTopic.ask(target, ANSWER);
    Recovered recovered = Recovery.of(options.output(), topic.bytes());
    recovered.tables().forEach(table -> view.line("recovered " + table));
    Tracker tracker = new Tracker(options, topic.bytes(), metrics, view, Clock.systemUTC());
    boolean known = false;
    KafkaConsumer<byte[], byte[]> consumer = consumer(target, earliest);
    try {
      Places places = new Places(consumer, target.output(), recovered.next());
      try {
        TrackLoop loop =
            new TrackLoop(consumer, places, tracker, options, view, System::nanoTime, stop);
        loop.run(target.output(), () -> ready(target, places, recovered, url, view));
      } finally {
        tracker.flush();
        known = places.commit();
      }
      view.progress(tracker.progress());
    } finally {
      try {
        tracker.close(known);
      } finally {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
      }
    }
    Ledger ledger = tracker.ledger();
    return new Outcome(tracker.folder(), ledger.missing().orElse(0) == 0, ledger);
  }

  private static void ready(
      KafkaTarget target, Places places, Recovered recovered, String url, TrackView view) {
    if (!places.isBehind()) {
      forget(recovered);
    }
    view.line(
        "ready topic=%s partitions=%d group=%s metrics=%s"
            .formatted(target.output(), places.partitions(), group(target.output()), url));
  }

  private static void forget(Recovered recovered) {
    try {
      Recovery.forget(recovered);
    } catch (IOException e) {
      // Its positions are behind the group's from now on, and harmless.
      return;
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaTarget target, boolean earliest)
      throws PlatformException {
    Properties properties = target.client();
    properties.put("group.id", group(target.output()));
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", earliest ? "earliest" : "latest");
    properties.put("allow.auto.create.topics", false);
    properties.put("max.poll.records", 2_000);
    properties.put("fetch.max.bytes", 16 << 20);
    properties.put("max.partition.fetch.bytes", 4 << 20);
    // A tracker that was killed must not keep its successor waiting for long.
    properties.putIfAbsent("session.timeout.ms", "10000");
    properties.putIfAbsent("heartbeat.interval.ms", "3000");
    properties.putIfAbsent("reconnect.backoff.max.ms", "2000");
    try {
      return new KafkaConsumer<>(
          properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw KafkaErrors.setup(target, e);
    }
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName();
    return e.getMessage() == null
        ? kind
        : kind.equals("IOException") ? e.getMessage() : kind + ": " + e.getMessage();
  }
}
