package io.github.edgewatt.yolo.consume;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits as soon as an image is acknowledged, all that is done before it with it, and never two
 * commits at once: a process that is killed repeats what was in flight and no more. The library's
 * own strategy commits every few seconds, and would repeat these seconds.
 */
final class EachCommit implements KafkaCommitHandler {
  private static final Logger LOG = Logger.getLogger(EachCommit.class);
  private static final Duration COMMIT = Duration.ofSeconds(5);

  /** Far below max.poll.interval.ms, after which the group would go on without us. */
  private static final long LAST_IMAGES_MILLIS = 30_000;

  private static final long SLICE_MILLIS = 200;

  private final Offsets offsets = new Offsets();
  private final AtomicBoolean committing = new AtomicBoolean();
  private final KafkaConsumer<?, ?> consumer;
  private final Consumer<Runnable> later;

  /**
   * @param consumer whose offsets are committed
   * @param later runs something in a second
   */
  EachCommit(KafkaConsumer<?, ?> consumer, Consumer<Runnable> later) {
    this.consumer = consumer;
    this.later = later;
  }

  @Override
  public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
    offsets.received(partition(record), record.getOffset());
    return Uni.createFrom().item(record);
  }

  /** Ends when the offset is committed, or its partition another's. */
  @Override
  public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
    CompletableFuture<Void> committed = offsets.done(partition(record), record.getOffset());
    commit();
    return Uni.createFrom().completionStage(committed);
  }

  private void commit() {
    if (!committing.compareAndSet(false, true)) {
      return;
    }
    Map<TopicPartition, Long> now = offsets.committable();
    if (now.isEmpty()) {
      committing.set(false);
      // An image that was done since we looked found us committing, and left it to us.
      if (!offsets.committable().isEmpty()) {
        commit();
      }
      return;
    }
    consumer
        .commitAsync(metadata(now))
        .subscribe()
        .with(
            done -> {
              offsets.committed(now);
              committing.set(false);
              commit();
            },
            failure -> {
              // The broker is away, or partitions move: what was not committed is so the next time.
              LOG.debugf("not committed: %s", Trouble.reason(failure));
              later.accept(
                  () -> {
                    committing.set(false);
                    commit();
                  });
            });
  }

  /**
   * Partitions go to another: what is in flight of them is finished first, so that nothing is
   * repeated. On the polling thread.
   */
  @Override
  public void partitionsRevoked(Collection<TopicPartition> gone) {
    try {
      // A worker may wait for a place that only a commit gives free, and commits are ours alone
      // now.
      long giveUp = System.nanoTime() + LAST_IMAGES_MILLIS * 1_000_000;
      while (!offsets.await(gone, SLICE_MILLIS) && System.nanoTime() - giveUp < 0) {
        commitNow(of(gone));
      }
      if (offsets.busy(gone)) {
        LOG.warnf("%d images in flight will be repeated by another", offsets.inFlight());
      }
      commitNow(of(gone));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("the last images are not committed and will be repeated: %s", Trouble.reason(e));
    }
    offsets.forget(gone);
  }

  /** The end: nobody works any more, and what is done is committed. */
  @Override
  public void terminate(boolean graceful) {
    offsets.end();
    try {
      consumer
          .runOnPollingThread(
              unused -> {
                commitNow(offsets.committable());
              })
          .await()
          .atMost(COMMIT.plusSeconds(1));
    } catch (RuntimeException e) {
      LOG.warnf("the last images are not committed and will be repeated: %s", Trouble.reason(e));
    }
  }

  private Map<TopicPartition, Long> of(Collection<TopicPartition> some) {
    Map<TopicPartition, Long> now = offsets.committable();
    now.keySet().retainAll(some);
    return now;
  }

  private void commitNow(Map<TopicPartition, Long> now) {
    if (!now.isEmpty()) {
      consumer.unwrap().commitSync(metadata(now), COMMIT);
      offsets.committed(now);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> metadata(Map<TopicPartition, Long> now) {
    Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
    now.forEach((partition, offset) -> all.put(partition, new OffsetAndMetadata(offset)));
    return all;
  }

  private static TopicPartition partition(IncomingKafkaRecord<?, ?> record) {
    return new TopicPartition(record.getTopic(), record.getPartition());
  }
}
