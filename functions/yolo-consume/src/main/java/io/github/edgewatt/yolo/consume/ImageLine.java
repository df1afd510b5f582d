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
import java.util.function.LongSupplier;
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
  private final ThreadLocal<Long> freeSince;

  ImageLine(
      Settings settings,
      Examiner examiner,
      ResultJson results,
      Outbox outbox,
      YoloMeters meters,
      Clock clock,
      LongSupplier nanos) {
    this.settings = settings;
    kafka = settings.kafka().orElseThrow();
    this.examiner = examiner;
    this.results = results;
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
    this.nanos = nanos;
    long started = nanos.getAsLong();
    freeSince = ThreadLocal.withInitial(() -> started);
  }

  /**
   * Looks at an image and hands on what came of it.
   *
   * @param done run once that is acknowledged; not at all where it never is
   */
  void take(Image image, Runnable done) throws InterruptedException {
    long received = clock.millis();
    double idle = (nanos.getAsLong() - freeSince.get()) / NANOS;
    meters.received();
    Examiner.Outcome outcome = examiner.examine(image.bytes());
    Moments moments = new Moments(idle, received, clock.millis());
    freeSince.set(nanos.getAsLong());
    if (outcome.detected() == null) {
      dead(image, outcome.reason(), done);
      return;
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
      done.run();
      return;
    }
    ProducerRecord<byte[], byte[]> result =
        new ProducerRecord<>(
            kafka.outputTopic(), image.key(), results.bytes(image, moments, detected));
    outbox.deliver(new Outbox.Parcel(result, Optional.empty(), done));
  }

  private void dead(Image image, String reason, Runnable done) throws InterruptedException {
    DeadLetter letter = DeadLetter.of(image, reason);
    LOG.warnf("%s id %s to the dead letters: %s", image.place(), image.id(), letter.reason());
    meters.deadLetter();
    outbox.deliver(
        new Outbox.Parcel(
            record(letter),
            Optional.ofNullable(image.bytes()).map(some -> record(letter.withoutBytes())),
            done));
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
