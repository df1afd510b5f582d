package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.yolo.message.DeadLetter;
import io.github.edgewatt.yolo.message.Image;
import io.github.edgewatt.yolo.message.Moments;
import io.github.edgewatt.yolo.message.ResultJson;
import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.settings.KafkaSettings;
import io.github.edgewatt.yolo.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** What happens to one image after the other: looked at, told, and only then done. */
final class ImageLine {
  private static final Logger LOG = Logger.getLogger(ImageLine.class);
  private static final double NANOS = 1e6;

  private final Settings settings;
  private final KafkaSettings kafka;
  private final Examiner examiner;
  private final ResultJson results;
  private final Outbox outbox;
  private final YoloMeters meters;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Semaphore places;
  private final ThreadLocal<Long> freeSince;

  /**
   * @param places images taken and not committed at once: as many may come again where we are
   *     killed
   */
  ImageLine(
      Settings settings,
      Examiner examiner,
      ResultJson results,
      Outbox outbox,
      YoloMeters meters,
      int places,
      Clock clock,
      LongSupplier nanos) {
    this.settings = settings;
    kafka = settings.kafka().orElseThrow();
    this.examiner = examiner;
    this.results = results;
    this.outbox = outbox;
    this.meters = meters;
    this.places = new Semaphore(places);
    this.clock = clock;
    this.nanos = nanos;
    long started = nanos.getAsLong();
    freeSince = ThreadLocal.withInitial(() -> started);
  }

  /**
   * Looks at an image and hands on what came of it. Waits first where too many are on their way.
   *
   * @param acknowledge asked once what came of it is delivered; its stage ends when the offset is
   *     committed
   */
  void take(Image image, Supplier<CompletionStage<Void>> acknowledge) throws InterruptedException {
    places.acquire();
    var unused =
        look(image)
            .thenCompose(delivered -> acknowledge.get())
            .whenComplete((done, failure) -> places.release());
  }

  private CompletableFuture<Void> look(Image image) throws InterruptedException {
    long received = clock.millis();
    double idle = (nanos.getAsLong() - freeSince.get()) / NANOS;
    meters.received();
    Examiner.Outcome outcome = examiner.examine(image.bytes());
    Moments moments = new Moments(idle, received, clock.millis());
    freeSince.set(nanos.getAsLong());
    if (outcome.detected() == null) {
      return dead(image, outcome.reason());
    }
    Detected detected = outcome.detected();
    meters.detected(detected);
    meters.queued((double) (received - image.sentMillis()), detected);
    if (settings.verbose()) {
      LOG.infof(
          "%s id %s: %d detections, pre %.1f inf %.1f post %.1f ms",
          image.place(),
          image.id(),
          detected.detections().size(),
          detected.preMillis(),
          detected.inferenceMillis(),
          detected.postMillis());
    }
    if (!settings.publish()) {
      return CompletableFuture.completedFuture(null);
    }
    ProducerRecord<byte[], byte[]> result =
        new ProducerRecord<>(
            kafka.outputTopic(), image.key(), results.bytes(image, moments, detected));
    return outbox.deliver(result, Optional.empty());
  }

  private CompletableFuture<Void> dead(Image image, String reason) {
    DeadLetter letter = DeadLetter.of(image, reason);
    LOG.warnf("%s id %s to the dead letters: %s", image.place(), image.id(), letter.reason());
    meters.deadLetter();
    return outbox.deliver(
        record(letter),
        Optional.ofNullable(image.bytes()).map(some -> record(letter.withoutBytes())));
  }

  private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(kafka.deadLetterTopic(), letter.image().key(), letter.value());
    letter
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
