package io.github.edgewatt.yolo.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of what comes from Kafka; each stands before its environment variable. */
final class KafkaOptions {
  @Option(names = "--no-kafka", description = "answer callers only, whatever KAFKA_SERVERS says")
  private boolean none;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "brokers, separated by commas (none: callers only; KAFKA_SERVERS)")
  private Optional<String> servers = Optional.empty();

  @Option(
      names = {"--input-topic", "--input_topic"},
      paramLabel = "TOPIC",
      description = "where images come from (yolo_input; KAFKA_INPUT_TOPIC)")
  private Optional<String> input = Optional.empty();

  @Option(
      names = {"--output-topic", "--output_topic"},
      paramLabel = "TOPIC",
      description = "where results go (yolo_output; KAFKA_OUTPUT_TOPIC)")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--offset-reset",
      paramLabel = "WHERE",
      description =
          "where a group that never read begins, earliest or latest (earliest; KAFKA_OFFSET_RESET)")
  private Optional<String> reset = Optional.empty();

  @Option(
      names = "--client-config",
      paramLabel = "FILE",
      description = "properties for Kafka's clients, such as credentials (KAFKA_CLIENT_CONFIG)")
  private Optional<String> client = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "COUNT",
      description = "images looked at the same time (1; YOLO_WORKERS)")
  private Optional<String> workers = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "who results say they come from (host:process; YOLO_SOURCE, POD_IP)")
  private Optional<String> source = Optional.empty();

  void into(Map<String, String> variables) {
    servers.ifPresent(told -> variables.put("KAFKA_SERVERS", told));
    input.ifPresent(told -> variables.put("KAFKA_INPUT_TOPIC", told));
    output.ifPresent(told -> variables.put("KAFKA_OUTPUT_TOPIC", told));
    reset.ifPresent(told -> variables.put("KAFKA_OFFSET_RESET", told));
    client.ifPresent(told -> variables.put("KAFKA_CLIENT_CONFIG", told));
    workers.ifPresent(told -> variables.put("YOLO_WORKERS", told));
    source.ifPresent(told -> variables.put("YOLO_SOURCE", told));
    if (none) {
      variables.remove("KAFKA_SERVERS");
    }
  }
}
