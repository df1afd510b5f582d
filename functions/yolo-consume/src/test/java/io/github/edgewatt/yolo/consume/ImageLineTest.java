package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.message.Image;
import io.github.edgewatt.yolo.message.ResultJson;
import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.ModelSettings;
import io.github.edgewatt.yolo.settings.KafkaSettings;
import io.github.edgewatt.yolo.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageLineTest {
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final HandTimer timer = new HandTimer();
  private final Outbox outbox = new Outbox(() -> producer, timer, new Trouble("results", () -> 0));
  private final CompletableFuture<Void> committed = new CompletableFuture<>();
  private int acknowledged;
  private long nanos;

  @AfterEach
  void close() {
    outbox.close();
  }

  private CompletionStage<Void> acknowledge() {
    acknowledged++;
    return committed;
  }

  private ImageLine line(boolean publish, int places) {
    KafkaSettings kafka = new KafkaSettings("k:1", "in", "out", "earliest", Map.of());
    Settings settings =
        new Settings(Optional.of(kafka), ModelSettings.of("m"), publish, true, 1, "me");
    FakeDetector detector = new FakeDetector();
    return new ImageLine(
        settings,
        new Examiner(detector, millis -> {}),
        new ResultJson("me", detector.name(), detector.dimensions()),
        outbox,
        new YoloMeters(registry, "me"),
        places,
        Clock.fixed(Instant.ofEpochMilli(5_000), ZoneOffset.UTC),
        () -> nanos);
  }

  private static Image image(byte[] bytes) {
    return new Image("in", 1, 7, "3".getBytes(StandardCharsets.UTF_8), bytes, 4_000);
  }

  @Test
  void anImageIsAcknowledgedAfterItsResultOnly() throws InterruptedException {
    ImageLine line = line(true, 1);
    nanos = 2_000_000;
    line.take(image(FakeDetector.GOOD), this::acknowledge);
    assertThat(acknowledged).isZero();
    producer.completeNext();
    assertThat(acknowledged).isEqualTo(1);
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("out");
    assertThat(sent.key()).isEqualTo(new byte[] {'3'});
    assertThat(new String(sent.value(), StandardCharsets.UTF_8))
        .contains("\"idle\":2.000,", "\"queue\":1000,", "\"class\":\"dog\"");
    assertThat(registry.get("yolo.queue.time").summary().totalAmount()).isEqualTo(1_000);
  }

  @Test
  void aBadOneGoesToTheDeadLetters() throws InterruptedException {
    line(true, 1).take(image(FakeDetector.BAD), this::acknowledge);
    assertThat(acknowledged).isZero();
    producer.completeNext();
    assertThat(acknowledged).isEqualTo(1);
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("in_dead_letters");
    assertThat(sent.value()).isEqualTo(FakeDetector.BAD);
    assertThat(sent.headers().lastHeader("reason").value())
        .isEqualTo("no image".getBytes(StandardCharsets.UTF_8));
    assertThat(registry.get("yolo.dead.letters").counter().count()).isEqualTo(1);
  }

  @Test
  void withoutResultsItIsAcknowledgedAfterDetection() throws InterruptedException {
    line(false, 1).take(image(FakeDetector.GOOD), this::acknowledge);
    assertThat(acknowledged).isEqualTo(1);
    assertThat(producer.history()).isEmpty();
    assertThat(registry.get("yolo.requests.received").counter().count()).isEqualTo(1);
  }

  @Test
  void noMoreAreTakenThanMayComeAgain() throws InterruptedException {
    ImageLine line = line(true, 1);
    line.take(image(FakeDetector.GOOD), this::acknowledge);
    Thread next =
        new Thread(
            () -> {
              try {
                line.take(image(FakeDetector.GOOD), this::acknowledge);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    next.start();
    producer.completeNext();
    next.join(200);
    // Delivered is not enough: the second waits for the commit.
    assertThat(producer.history()).hasSize(1);
    committed.complete(null);
    next.join(30_000);
    assertThat(producer.history()).hasSize(2);
  }
}
