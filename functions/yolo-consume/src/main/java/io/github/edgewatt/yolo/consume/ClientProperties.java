package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.yolo.settings.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What Kafka's clients are told, so that the guarantees hold. */
public final class ClientProperties {
  /** Images as large as the testbed allows, and what surrounds them. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int MOST_RECORDS = 4;
  private static final String CHANNEL = "mp.messaging.incoming.images.";

  private ClientProperties() {}

  /**
   * The channel of images as the messaging library's settings; without Kafka it is switched off.
   */
  public static Map<String, String> channel(KafkaSettings kafka) {
    Map<String, String> told = new TreeMap<>();
    consumer(kafka).forEach((name, value) -> told.put(CHANNEL + name, value));
    return told;
  }

  /** The setting without which the channel would look for a broker. */
  public static Map<String, String> noChannel() {
    return Map.of(CHANNEL + "enabled", "false");
  }

  private static Map<String, String> consumer(KafkaSettings kafka) {
    Map<String, String> told = common(kafka);
    told.put("topic", kafka.inputTopic());
    told.put("group.id", kafka.group());
    told.put("auto.offset.reset", kafka.offsetReset());
    told.put("enable.auto.commit", "false");
    told.put("commit-strategy", EachCommitFactory.NAME);
    // A topic made by a consumer has the broker's default of partitions, and keeps it.
    told.putIfAbsent("allow.auto.create.topics", "false");
    told.putIfAbsent(
        "partition.assignment.strategy",
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    // A consumer that died is noticed within this; heartbeats have a thread of their own.
    told.putIfAbsent("session.timeout.ms", "10000");
    told.putIfAbsent("heartbeat.interval.ms", "2000");
    // Images waiting in memory: three times as many at most, beside what a fetch brings.
    told.putIfAbsent("max.poll.records", Integer.toString(MOST_RECORDS));
    told.putIfAbsent("fetch.max.bytes", Integer.toString(MOST_BYTES));
    // A poll that waits for images holds back commits for as long.
    told.putIfAbsent("poll-timeout", "100");
    return told;
  }

  /** The producer's settings: acknowledged by all, once. */
  static Map<String, Object> producer(KafkaSettings kafka) {
    Map<String, Object> told = new HashMap<>(common(kafka));
    told.put("acks", "all");
    told.put("enable.idempotence", "true");
    told.putIfAbsent("compression.type", "none");
    told.putIfAbsent("max.request.size", Integer.toString(MOST_BYTES));
    told.putIfAbsent("max.block.ms", "10000");
    told.putIfAbsent("request.timeout.ms", "10000");
    told.putIfAbsent("delivery.timeout.ms", "30000");
    return told;
  }

  /** The settings of what asks whether the broker is there. */
  static Map<String, Object> admin(KafkaSettings kafka) {
    Map<String, Object> told = new HashMap<>(common(kafka));
    told.put("request.timeout.ms", "3000");
    told.put("default.api.timeout.ms", "5000");
    return told;
  }

  private static Map<String, String> common(KafkaSettings kafka) {
    Map<String, String> told = new TreeMap<>(kafka.client());
    told.put("bootstrap.servers", kafka.servers());
    told.putIfAbsent("reconnect.backoff.max.ms", "1000");
    // New partitions, and a topic made after us, are noticed within this.
    told.putIfAbsent("metadata.max.age.ms", "5000");
    return told;
  }
}
