package io.github.edgewatt.profiler.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A Kafka cluster and the pipeline's two topics there.
 *
 * @param servers {@code host:port}, several with commas
 * @param input topic of images
 * @param output topic of results
 * @param properties further client properties: security, from a file
 * @param propertiesFile that file; absent without one
 */
public record KafkaTarget(
    String servers,
    String input,
    String output,
    Map<String, String> properties,
    Optional<Path> propertiesFile) {
  /** Images come here unless told otherwise. */
  public static final String INPUT = "yolo_input";

  /** Results come here unless told otherwise. */
  public static final String OUTPUT = "yolo_output";

  public KafkaTarget {
    properties = Map.copyOf(properties);
  }

  /** Where consumers put images that cannot be looked at. */
  public String deadLetters() {
    return input + "_dead_letters";
  }

  /** The properties of a client: these, and where the cluster is. */
  public Properties client() {
    Properties all = new Properties();
    all.putAll(new TreeMap<>(properties));
    all.put("bootstrap.servers", servers);
    return all;
  }
}
