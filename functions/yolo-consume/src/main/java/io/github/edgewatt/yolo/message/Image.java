package io.github.edgewatt.yolo.message;

import java.nio.charset.StandardCharsets;

/**
 * An image as it came from Kafka.
 *
 * @param topic where from
 * @param partition which of its partitions
 * @param offset where in that: with topic and partition it tells duplicates
 * @param key its running number as text, or null
 * @param bytes the encoded image; null where the message had none
 * @param sentMillis when the sender sent it, milliseconds of the epoch
 */
public record Image(
    String topic, int partition, long offset, byte[] key, byte[] bytes, long sentMillis) {
  /** The key as text, or null. */
  public String id() {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  /** Where it came from, for people. */
  public String place() {
    return topic + "-" + partition + "@" + offset;
  }
}
