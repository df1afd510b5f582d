package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.kafka.KafkaTarget;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where Kafka is, for every command of the image pipeline. */
final class KafkaOptions {
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
  KafkaTarget target(String input, String output) {
    if (!servers.matches("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*")) {
      throw new ParameterException(
          spec.commandLine(), "--kafka is '" + servers + "': give host:port, several with commas");
    }
    return new KafkaTarget(servers, input, output, properties());
  }

  private Map<String, String> properties() {
    Map<String, String> all = new TreeMap<>();
    if (clientConfig == null) {
      return all;
    }
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(clientConfig)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--client-config " + clientConfig + " cannot be read: " + e, e);
    }
    read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
    return all;
  }
}
