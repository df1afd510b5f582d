package io.github.edgewatt.yolo.consume;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.logging.Logger;

/**
 * Delivers messages, each until the broker has acknowledged it: a broker that is away, a topic that
 * may not be written to keep messages waiting, and those who bring more, but lose none. The
 * messaging library's own sink gives a message up after a while, and its offset would be lost.
 */
final class Outbox implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Outbox.class);
  private static final long LATER_MILLIS = 1_000;
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final ScheduledExecutorService timer;
  private final Trouble trouble;
  private Producer<byte[], byte[]> current;

  private record Parcel(
      ProducerRecord<byte[], byte[]> message,
      Optional<ProducerRecord<byte[], byte[]>> smaller,
      CompletableFuture<Void> delivered) {}

  /**
   * @param producers makes a producer, and another where that has broken for good
   * @param timer runs what is tried again
   * @param trouble where failures are told
   */
  Outbox(
      Supplier<Producer<byte[], byte[]>> producers,
      ScheduledExecutorService timer,
      Trouble trouble) {
    this.producers = producers;
    this.timer = timer;
    this.trouble = trouble;
  }

  /**
   * Sends a message as often as need be.
   *
   * @param smaller what stands in for it where it is too large for the topic
   * @return done once it is acknowledged; it never fails
   */
  CompletableFuture<Void> deliver(
      ProducerRecord<byte[], byte[]> message, Optional<ProducerRecord<byte[], byte[]>> smaller) {
    Parcel parcel = new Parcel(message, smaller, new CompletableFuture<>());
    send(parcel);
    return parcel.delivered();
  }

  private void send(Parcel parcel) {
    try {
      Producer<byte[], byte[]> producer = producer();
      var unused =
          producer.send(
              parcel.message(),
              (told, failure) -> {
                if (failure == null) {
                  trouble.over();
                  parcel.delivered().complete(null);
                } else {
                  failed(parcel, producer, failure);
                }
              });
    } catch (RuntimeException e) {
      // Such as settings no producer can be made of: they may yet be mended, a name yet resolved.
      failed(parcel, null, e);
    }
  }

  private void failed(Parcel parcel, Producer<byte[], byte[]> producer, Exception failure) {
    if (failure instanceof RecordTooLargeException && parcel.smaller().isPresent()) {
      Parcel smaller = new Parcel(parcel.smaller().get(), Optional.empty(), parcel.delivered());
      later(0, () -> send(smaller));
      return;
    }
    trouble.tell(parcel.message().topic() + ": " + Trouble.reason(failure));
    later(
        LATER_MILLIS,
        () -> {
          if (producer != null && broken(failure)) {
            replace(producer);
          }
          send(parcel);
        });
  }

  private void later(long millis, Runnable task) {
    try {
      var unused = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // Closed: what is not delivered is not committed, and comes again to another.
      LOG.debug("a message stays behind", e);
    }
  }

  /**
   * Whether the producer itself is of no more use; what is wrong with one topic does not matter.
   */
  private static boolean broken(Exception failure) {
    return !(failure instanceof RetriableException
        || failure instanceof InvalidTopicException
        || failure instanceof TopicAuthorizationException
        || failure instanceof RecordTooLargeException);
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (current == null) {
      current = producers.get();
    }
    return current;
  }

  @SuppressWarnings("ReferenceEquality")
  private synchronized void replace(Producer<byte[], byte[]> broken) {
    if (current == broken) {
      current.close(Duration.ZERO);
      current = null;
    }
  }

  /** Waits a few seconds for what is on its way. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
    if (current != null) {
      current.close(CLOSE);
    }
  }
}
