package io.github.edgewatt.yolo.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** Reads what is told of Kafka. */
final class KafkaReader {
  private static final int MOST_PORT = 65_535;
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

  /** A host or an IPv6 address in brackets, and a port. */
  private static final Pattern SERVER =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d+)");

  /** What the guarantees rest on is not the file's to change. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "group.id",
          "enable.auto.commit",
          "auto.offset.reset",
          "acks",
          "enable.idempotence",
          "key.deserializer",
          "value.deserializer",
          "key.serializer",
          "value.serializer");

  private KafkaReader() {}

  static Optional<KafkaSettings> read(Variables told) {
    if (told.text("KAFKA_SERVERS").isEmpty()) {
      return Optional.empty();
    }
    KafkaSettings settings =
        new KafkaSettings(
            servers(told.text("KAFKA_SERVERS", "")),
            topic(told, "KAFKA_INPUT_TOPIC", "yolo_input"),
            topic(told, "KAFKA_OUTPUT_TOPIC", "yolo_output"),
            told.choice("KAFKA_OFFSET_RESET", "earliest", List.of("earliest", "latest")),
            told.text("KAFKA_CLIENT_CONFIG").map(KafkaReader::client).orElse(Map.of()));
    String output = settings.outputTopic();
    if (output.equals(settings.inputTopic()) || output.equals(settings.deadLetterTopic())) {
      throw Variables.refused(
          "KAFKA_OUTPUT_TOPIC",
          output,
          "another topic than that of the images or the dead letters");
    }
    return Optional.of(settings);
  }

  private static String servers(String text) {
    for (String server : text.split(",", -1)) {
      var parts = SERVER.matcher(server.strip());
      if (!parts.matches() || parts.group(2).length() > 5 || port(parts.group(2)) > MOST_PORT) {
        throw Variables.refused("KAFKA_SERVERS", text, "host:port, several separated by commas");
      }
    }
    return text.replace(" ", "");
  }

  private static int port(String digits) {
    int port = Integer.parseInt(digits);
    return port == 0 ? Integer.MAX_VALUE : port;
  }

  private static String topic(Variables told, String name, String otherwise) {
    String topic = told.text(name, otherwise);
    if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
      throw Variables.refused(name, topic, "a topic's name: letters, digits, '.', '_' and '-'");
    }
    return topic;
  }

  private static Map<String, String> client(String file) {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "KAFKA_CLIENT_CONFIG is '" + file + "': it must be a properties file that can be read",
          e);
    }
    Map<String, String> client = new TreeMap<>();
    for (String name : read.stringPropertyNames()) {
      if (OURS.contains(name)) {
        throw new IllegalArgumentException(
            "KAFKA_CLIENT_CONFIG is '%s': it may not set %s".formatted(file, name));
      }
      client.put(name, read.getProperty(name));
    }
    refuse(file, client, ConsumerConfig.configDef());
    refuse(file, client, ProducerConfig.configDef());
    return client;
  }

  /** What Kafka's clients would refuse, or only stumble over later and again and again. */
  private static void refuse(String file, Map<String, String> client, ConfigDef known) {
    for (ConfigValue value : known.validate(client)) {
      if (client.containsKey(value.name()) && !value.errorMessages().isEmpty()) {
        throw new IllegalArgumentException(
            "KAFKA_CLIENT_CONFIG is '%s': %s".formatted(file, value.errorMessages().get(0)));
      }
    }
  }
}
