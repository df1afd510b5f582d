package io.github.edgewatt.profiler.kafka;

/**
 * A topic as the cluster describes it.
 *
 * @param partitions how many; 0 where the topic does not exist
 * @param replication copies of its partitions, the fewest where they differ
 * @param leaderless partitions nobody serves now
 * @param maxMessageBytes largest batch it takes
 */
record TopicState(int partitions, int replication, int leaderless, int maxMessageBytes) {
  /** No such topic. */
  static final TopicState ABSENT = new TopicState(0, 0, 0, 0);

  boolean exists() {
    return partitions > 0;
  }
}
