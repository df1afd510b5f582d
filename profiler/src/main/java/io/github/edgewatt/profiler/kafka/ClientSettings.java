package io.github.edgewatt.profiler.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Looks at the properties of a file before any client is made of them. */
public final class ClientSettings {
  private static final List<ConfigDef> CLIENTS =
      List.of(
          AdminClientConfig.configDef(), ProducerConfig.configDef(), ConsumerConfig.configDef());

  private ClientSettings() {}

  /**
   * Refuses a value that a client would refuse; names that no client knows pass, as with Kafka.
   *
   * @throws ClientSettingsException with one line that names the file and the property
   */
  public static void check(Path file, Map<String, String> properties)
      throws ClientSettingsException {
    for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
      for (ConfigDef client : CLIENTS) {
        ConfigDef.ConfigKey key = client.configKeys().get(property.getKey());
        if (key != null) {
          check(file, key, property.getValue());
        }
      }
    }
  }

  private static void check(Path file, ConfigDef.ConfigKey key, String text)
      throws ClientSettingsException {
    try {
      Object value = ConfigDef.parseType(key.name, text, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, value);
      }
    } catch (ConfigException e) {
      throw refused(file, key.name, e);
    }
  }

  /** A file whose properties go together badly, or name what is not there. */
  static ClientSettingsException refused(KafkaTarget target, Throwable cause) {
    Path file = target.propertiesFile().orElseThrow();
    String reason = KafkaErrors.reason(cause);
    String name =
        target.properties().entrySet().stream()
            .filter(one -> reason.contains(one.getKey()) || isNamed(reason, one))
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst()
            .orElse("");
    return refused(file, name, cause);
  }

  /** Whether the reason is about the file that the property names. */
  private static boolean isNamed(String reason, Map.Entry<String, String> property) {
    return property.getKey().endsWith(".location")
        && !property.getValue().isBlank()
        && reason.contains(property.getValue());
  }

  private static ClientSettingsException refused(Path file, String name, Throwable cause) {
    String reason = KafkaErrors.reason(cause);
    String about = reason.contains(name) ? "" : name + ": ";
    return new ClientSettingsException(
        "--client-config %s is refused by Kafka's clients: %s%s".formatted(file, about, reason),
        cause);
  }
}
