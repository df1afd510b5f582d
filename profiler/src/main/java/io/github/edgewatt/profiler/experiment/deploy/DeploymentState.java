package io.github.edgewatt.profiler.experiment.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Deployment was like before an experiment changed it.
 *
 * @param replicas asked for
 * @param environment words for {@code kubectl set env} that put the variables back
 * @param autoscaler a patch that puts its bounds back; empty where it is not touched
 */
record DeploymentState(int replicas, List<String> environment, Optional<String> autoscaler) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  DeploymentState {
    environment = List.copyOf(environment);
  }

  /** Reads a Deployment's JSON; {@code variables} are those that will be set. */
  static DeploymentState of(String json, List<String> variables) throws StageException {
    JsonNode spec = parse(json).path("spec");
    JsonNode container = spec.path("template").path("spec").path("containers").path(0);
    List<String> words = new ArrayList<>();
    for (String variable : variables) {
      String word = variable + "-";
      for (JsonNode entry : container.path("env")) {
        if (entry.path("name").asText().equals(variable)) {
          if (entry.has("valueFrom")) {
            throw new StageException(
                variable
                    + " of the Deployment comes from elsewhere (valueFrom): it could not be put back");
          }
          word = variable + "=" + entry.path("value").asText("");
        }
      }
      words.add(word);
    }
    return new DeploymentState(spec.path("replicas").asInt(1), words, Optional.empty());
  }

  /** The same with the bounds of an autoscaler's JSON. */
  DeploymentState withAutoscaler(String json) throws StageException {
    JsonNode spec = parse(json).path("spec");
    String patch =
        "{\"spec\":{\"minReplicas\":%d,\"maxReplicas\":%d}}"
            .formatted(spec.path("minReplicas").asInt(1), spec.path("maxReplicas").asInt(1));
    return new DeploymentState(replicas, environment, Optional.of(patch));
  }

  private static JsonNode parse(String json) throws StageException {
    try {
      // Warnings stand before it.
      JsonNode node = MAPPER.readTree(json.substring(Math.max(0, json.indexOf('{'))));
      if (node.path("spec").isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Said below, in words of use.
    }
    throw new StageException("kubectl told nothing of a use: no JSON with a spec");
  }
}
