package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.kafka.ClientSettings;
import io.github.edgewatt.profiler.kafka.ClientSettingsException;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where Kafka is, for every command of the image pipeline. */
final class KafkaOptions {
  private static final int MOST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = {"--kafka", "--kafka_servers"},
      paramLabel = "HOST:PORT[,…]",
      defaultValue = "${env:KAFKA_SERVERS:-127.0.0.1:9092}",
      description = "Kafka's address (environment: KAFKA_SERVERS; ${DEFAULT-VALUE}).")
  String servers;

  @Option(
      names = "--client-config",
      paramLabel = "FILE",
      description = "Further properties of Kafka's clients: TLS, SASL, passwords.")
  Path clientConfig;

  /** What these options say of the cluster, with topics of other options. */
  KafkaTarget target(String input, String output) throws ClientSettingsException {
    if (!servers.matches("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*")) {
      throw new ParameterException(
          spec.commandLine(), "--kafka is '" + servers + "': give host:port, several with commas");
    }
    for (String server : servers.split(",", -1)) {
      int port = Integer.parseInt(server.substring(server.indexOf(':') + 1));
      if (port < 1 || port > MOST_PORT) {
        throw new ParameterException(
            spec.commandLine(),
            "--kafka is '%s': a port is 1 to %,d, not %d".formatted(servers, MOST_PORT, port));
      }
    }
    return new KafkaTarget(servers, input, output, properties(), Optional.ofNullable(clientConfig));
  }

  private Map<String, String> properties() throws ClientSettingsException {
    Map<String, String> all = new TreeMap<>();
    if (clientConfig == null) {
      return all;
    }
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(clientConfig)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--client-config %s cannot be read: %s".formatted(clientConfig, reason(e)),
          e);
    }
    read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
    ClientSettings.check(clientConfig, all);
    return all;
  }

  private static String reason(Exception e) {
    return e instanceof IOException io ? Folders.reason(io) : e.getMessage();
  }
}
