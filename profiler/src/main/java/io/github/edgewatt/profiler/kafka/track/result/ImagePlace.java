package io.github.edgewatt.profiler.kafka.track.result;

import static java.util.Objects.requireNonNull;

/** Where an image lay in Kafka: no two images share a place, whatever their numbers. */
public record ImagePlace(String topic, int partition, long offset) {
  public ImagePlace {
    requireNonNull(topic, "topic is null");
  }
}
