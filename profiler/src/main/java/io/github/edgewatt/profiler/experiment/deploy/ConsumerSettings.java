package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.spec.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A consumer's settings as environment variables, by their published names. */
final class ConsumerSettings {
  private ConsumerSettings() {}

  /** What the file sets; where Kafka is, the consumers know. */
  static Map<String, String> of(Consumers consumers, Topics topics) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("KAFKA_INPUT_TOPIC", topics.input());
    variables.put("KAFKA_OUTPUT_TOPIC", topics.output());
    variables.put("VALIDATE_RESULTS", "TRUE");
    variables.put("YOLO_MODEL", consumers.model());
    variables.put("YOLO_THREADS", String.valueOf(consumers.threads()));
    consumers.classes().ifPresent(classes -> variables.put("YOLO_CLASSES", classes));
    consumers.resolution().ifPresent(side -> variables.put("RESOLUTION", String.valueOf(side)));
    variables.putAll(consumers.environment());
    return variables;
  }

  /** The same with where Kafka is. */
  static Map<String, String> of(
      Consumers consumers, Topics topics, String kafka, Optional<Path> clientConfig) {
    Map<String, String> variables = of(consumers, topics);
    variables.put("KAFKA_SERVERS", kafka);
    clientConfig.ifPresent(file -> variables.put("KAFKA_CLIENT_CONFIG", file.toString()));
    return variables;
  }
}
