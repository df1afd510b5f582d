package io.github.edgewatt.profiler.kafka;

/**
 * A topic as it should be.
 *
 * @param partitions how many consumers can share it at most
 * @param replication copies of each partition
 * @param maxMessageBytes largest batch of records the topic takes
 */
public record TopicPlan(String name, int partitions, short replication, int maxMessageBytes) {
  /** Images of 10 MiB, the record's head and the batch's. */
  public static final int MAX_MESSAGE_BYTES = 11_000_000;

  public TopicPlan {
    if (partitions < 1 || replication < 1 || maxMessageBytes < 1) {
      throw new IllegalArgumentException("partitions, replication and bytes are above 0");
    }
  }

  /** A topic for images or results. */
  public static TopicPlan of(String name, int partitions, int replication) {
    return new TopicPlan(name, partitions, (short) replication, MAX_MESSAGE_BYTES);
  }
}
