package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.profiler.kafka.KafkaErrors;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.TopicPlan;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An idempotent producer of images; for one thread. */
final class KafkaSender implements ImageSender {
  /** Longest wait for room in the buffer: so often a feeder looks up. */
  private static final String MAX_BLOCK_MILLIS = "500";

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final boolean keyed;
  private final Deliveries deliveries;
  private final Thread owner;
  private boolean refused;

  private KafkaSender(
      KafkaProducer<byte[], byte[]> producer, String topic, boolean keyed, Deliveries deliveries) {
    this.producer = producer;
    this.topic = topic;
    this.keyed = keyed;
    this.deliveries = deliveries;
    owner = Thread.currentThread();
  }

  /**
   * Opens it on the thread that will use it.
   *
   * @param bufferBytes most that waits to be delivered
   * @param giveUp how long to try an image again before it has failed
   */
  static KafkaSender open(
      KafkaTarget target, boolean keyed, long bufferBytes, Duration giveUp, Deliveries deliveries)
      throws PlatformException {
    KafkaProducer<byte[], byte[]> producer;
    try {
      producer =
          new KafkaProducer<>(
              properties(target, bufferBytes, giveUp),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    } catch (KafkaException e) {
      throw KafkaErrors.setup(target, e);
    }
    try {
      warm(producer, target.input());
      return new KafkaSender(producer, target.input(), keyed, deliveries);
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw KafkaErrors.refused(target, e);
    }
  }

  /** Has connections and the topic's partitions looked up before the first image is due. */
  private static void warm(KafkaProducer<byte[], byte[]> producer, String topic) {
    try {
      producer.partitionsFor(topic);
    } catch (TimeoutException e) {
      // Then the first image waits for them, and its lag says so.
      return;
    }
  }

  static Properties properties(KafkaTarget target, long bufferBytes, Duration giveUp) {
    Properties all = target.client();
    all.put("acks", "all");
    all.put("enable.idempotence", "true");
    // JPEG and PNG are compressed already.
    all.put("compression.type", "none");
    all.put("linger.ms", "5");
    all.put("batch.size", String.valueOf(256 * 1024));
    all.put("buffer.memory", String.valueOf(bufferBytes));
    all.put("max.request.size", String.valueOf(TopicPlan.MAX_MESSAGE_BYTES));
    all.put("max.block.ms", MAX_BLOCK_MILLIS);
    all.put("delivery.timeout.ms", String.valueOf(giveUp.toMillis()));
    // Shorter than the whole, so that an answer that got lost is asked for again.
    all.put("request.timeout.ms", String.valueOf(Math.min(30_000, giveUp.toMillis() / 2)));
    all.put("reconnect.backoff.max.ms", "1000");
    // Forgetting the topic while no broker answers would keep images out of the buffer, and their
    // timestamps would hide how long they waited.
    all.putIfAbsent("metadata.recovery.strategy", "none");
    return all;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every end
  public boolean offer(long id, byte[] image) {
    byte[] key = keyed ? String.valueOf(id).getBytes(StandardCharsets.UTF_8) : null;
    refused = false;
    deliveries.taken();
    try {
      producer.send(
          new ProducerRecord<>(topic, key, image),
          (metadata, error) -> {
            if (error == null) {
              deliveries.delivered(image.length);
            } else if (Thread.currentThread().equals(owner) && error instanceof TimeoutException) {
              // The buffer had no room in time: the image was not taken.
              refused = true;
            } else {
              deliveries.failed(id, KafkaErrors.reason(error));
            }
          });
    } catch (InterruptException e) {
      refused = true;
    } catch (KafkaException e) {
      deliveries.failed(id, KafkaErrors.reason(e));
    }
    if (refused) {
      deliveries.withdrawn();
    }
    return !refused;
  }

  @Override
  public void close(Duration patience) {
    producer.close(patience);
  }
}
