package io.github.edgewatt.profiler.kafka;

import java.util.Optional;

/**
 * A topic as it should be.
 *
 * @param partitions how many consumers can share it at most
 * @param replication copies of each partition; absent: as many as the broker likes, and a topic
 *     that exists keeps its own
 * @param maxMessageBytes largest batch of records the topic takes
 */
public record TopicPlan(
    String name, int partitions, Optional<Short> replication, int maxMessageBytes) {
  /** Images of 10 MiB, the record's head and the batch's. */
  public static final int MAX_MESSAGE_BYTES = 11_000_000;

  public TopicPlan {
    if (partitions < 1 || replication.orElse((short) 1) < 1 || maxMessageBytes < 1) {
      throw new IllegalArgumentException("partitions, replication and bytes are above 0");
    }
  }

  /** A topic for images or results, with so many copies or the broker's own number. */
  public static TopicPlan of(String name, int partitions, Optional<Integer> replication) {
    return new TopicPlan(name, partitions, replication.map(Integer::shortValue), MAX_MESSAGE_BYTES);
  }
}
