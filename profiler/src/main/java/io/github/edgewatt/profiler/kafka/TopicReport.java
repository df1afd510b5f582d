package io.github.edgewatt.profiler.kafka;

/**
 * What became of a topic.
 *
 * @param action {@code created}, {@code grown from 2}, {@code kept} and the like
 * @param roundTripMillis the slowest partition's, from sending a record to reading it
 * @param note what is to be known besides; may be empty
 */
public record TopicReport(
    String name, int partitions, String action, double roundTripMillis, String note) {}
