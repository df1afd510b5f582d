package io.github.edgewatt.yolo.settings;

import java.util.Map;

/**
 * Where images come from and results go.
 *
 * @param servers {@code KAFKA_SERVERS}: host:port, several separated by commas
 * @param inputTopic {@code KAFKA_INPUT_TOPIC}: images
 * @param outputTopic {@code KAFKA_OUTPUT_TOPIC}: results
 * @param offsetReset {@code KAFKA_OFFSET_RESET}: where a group without offsets begins, {@code
 *     earliest} or {@code latest}
 * @param client {@code KAFKA_CLIENT_CONFIG}: what else Kafka's clients are told, such as
 *     credentials
 */
public record KafkaSettings(
    String servers,
    String inputTopic,
    String outputTopic,
    String offsetReset,
    Map<String, String> client) {
  public KafkaSettings {
    client = Map.copyOf(client);
  }

  /** The consumers' group, as the published testbed names it. */
  public String group() {
    return inputTopic + ".consumers";
  }

  /** Where images go that nobody can look at. */
  public String deadLetterTopic() {
    return inputTopic + "_dead_letters";
  }

  /** Without the client's settings, which may hold credentials. */
  @Override
  public String toString() {
    return "%s %s -> %s from %s".formatted(servers, inputTopic, outputTopic, offsetReset);
  }
}
