package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function as the gateway tells of it. What an answer leaves out is zero or empty.
 *
 * @param name its name
 * @param namespace where it is, empty where the gateway does not say
 * @param image what it runs
 * @param labels its labels
 * @param annotations its annotations
 * @param replicas replicas wanted, or there (faasd)
 * @param availableReplicas replicas that can be called; always 0 in a faasd's list
 * @param createdAt when it was deployed, as the gateway writes it
 */
public record FunctionStatus(
    String name,
    String namespace,
    String image,
    Map<String, String> labels,
    Map<String, String> annotations,
    int replicas,
    int availableReplicas,
    String createdAt) {

  /** The label that holds the run a function was deployed by. */
  public static final String RUN_LABEL = "io.github.edgewatt.run";

  /** The annotation that holds the name of the machine a run deployed it from. */
  public static final String HOST_ANNOTATION = "io.github.edgewatt.host";

  /** A time before is none: providers write the first of January of year 1 for an unknown one. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  public FunctionStatus {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  static FunctionStatus of(JsonNode json) {
    return new FunctionStatus(
        json.path("name").asText(""),
        json.path("namespace").asText(""),
        json.path("image").asText(""),
        texts(json.path("labels")),
        texts(json.path("annotations")),
        json.path("replicas").asInt(0),
        json.path("availableReplicas").asInt(0),
        json.path("createdAt").asText(""));
  }

  /** The run that deployed it, or empty where no run of ours did. */
  public String run() {
    return labels.getOrDefault(RUN_LABEL, "");
  }

  /** The machine whose run deployed it, or empty. */
  public String host() {
    return annotations.getOrDefault(HOST_ANNOTATION, "");
  }

  /** Whether it is known to be deployed before that instant. */
  boolean isCreatedBefore(Instant instant) {
    try {
      Instant created = OffsetDateTime.parse(createdAt).toInstant();
      return !created.isBefore(EARLIEST) && created.isBefore(instant);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText("")));
    return texts;
  }
}
