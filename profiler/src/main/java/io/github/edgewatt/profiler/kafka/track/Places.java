package io.github.edgewatt.profiler.kafka.track;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Where in each partition tracking stands. What stands on disk goes before what the group
 * committed: a commit may have been lost, a row is there.
 */
final class Places implements ConsumerRebalanceListener {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private boolean assigned;

  /**
   * @param onDisk by partition, the first record that stands in no table of an earlier run
   */
  Places(Consumer<byte[], byte[]> consumer, String topic, Map<Integer, Long> onDisk) {
    this.consumer = consumer;
    onDisk.forEach((partition, offset) -> next.put(new TopicPartition(topic, partition), offset));
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      Long known = next.get(partition);
      // Asking settles "latest" now: what comes from here on is not missed, whatever happens.
      long position = consumer.position(partition);
      if (known != null && known > position) {
        consumer.seek(partition, known);
      } else {
        next.put(partition, position);
      }
    }
    assigned |= !partitions.isEmpty();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
  }

  boolean isAssigned() {
    return assigned;
  }

  int partitions() {
    return consumer.assignment().size();
  }

  /** A record was taken. */
  void taken(String topic, int partition, long offset) {
    next.put(new TopicPartition(topic, partition), offset + 1);
  }

  /** Whether Kafka does not know yet of all that was taken. */
  boolean isBehind() {
    return !due().isEmpty();
  }

  /** Tells Kafka what was taken; false where it could not be told now. */
  boolean commit() {
    Map<TopicPartition, OffsetAndMetadata> due = due();
    if (due.isEmpty()) {
      return true;
    }
    try {
      consumer.commitSync(due, PATIENCE);
      due.forEach((partition, offset) -> committed.put(partition, offset.offset()));
      return true;
    } catch (KafkaException e) {
      // Rebalanced or away: the rows are on disk, and the next commit tells of them too.
      return false;
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> due() {
    Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      Long offset = next.get(partition);
      if (offset != null && !offset.equals(committed.get(partition))) {
        due.put(partition, new OffsetAndMetadata(offset));
      }
    }
    return due;
  }
}
