package io.github.edgewatt.scoring.explain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.pod.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What somebody other than a scheduler asks.
 *
 * @param pod the pod
 * @param nodes the nodes in question; empty for all that are known
 * @param replicas how many such pods are to be placed; empty for scores of one
 * @param policy empty for the configured one
 * @param estimator whether it was asked in the form of WAO's estimator, to be answered in that form
 */
public record Question(
    Pod pod, Optional<List<String>> nodes, OptionalInt replicas, String policy, boolean estimator) {
  /** Steps of one answer; each is a choice among all nodes. */
  public static final int MOST_REPLICAS = 1_000;

  private static final int MOST_MILLI_CORES = 1_000_000_000;
  private static final String CPU_MILLI = "cpu_milli";
  private static final String NUM_WORKLOADS = "num_workloads";
  private static final TreeSet<String> FIELDS =
      new TreeSet<>(List.of(CPU_MILLI, "nodes", NUM_WORKLOADS, "pod", "policy", "replicas"));

  public Question {
    nodes = nodes.map(List::copyOf);
  }

  /**
   * The question in a body.
   *
   * @throws BadInputException where it is none
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Question of(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new BadInputException("send a JSON object with a \"pod\"");
    }
    body.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new BadInputException("no field '" + field + "'; there are " + FIELDS);
              }
            });
    boolean estimator = body.has(CPU_MILLI) || body.has(NUM_WORKLOADS);
    if (estimator && (body.has("pod") || body.has("replicas"))) {
      throw new BadInputException("either cpu_milli and num_workloads, or pod and replicas");
    }
    return new Question(
        estimator
            ? Pods.ofMilliCores(number(body, CPU_MILLI, MOST_MILLI_CORES).orElseThrow())
            : pod(body),
        nodes(body.path("nodes")),
        estimator
            ? number(body, NUM_WORKLOADS, MOST_REPLICAS)
            : optionalNumber(body, "replicas", MOST_REPLICAS),
        policy(body.path("policy")),
        estimator);
  }

  private static Pod pod(JsonNode body) {
    if (!body.hasNonNull("pod")) {
      throw new BadInputException("there is no \"pod\" in the body");
    }
    return Pods.of(body.get("pod"));
  }

  private static Optional<List<String>> nodes(JsonNode nodes) {
    if (nodes.isMissingNode() || nodes.isNull()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode node : nodes) {
      names.add(node.textValue());
    }
    if (!nodes.isArray() || names.contains(null)) {
      throw new BadInputException("nodes is no list of names");
    }
    return Optional.of(names);
  }

  private static String policy(JsonNode policy) {
    if (policy.isMissingNode() || policy.isNull()) {
      return "";
    }
    if (!policy.isTextual()) {
      throw new BadInputException("policy is no string");
    }
    return policy.textValue();
  }

  private static OptionalInt optionalNumber(JsonNode body, String field, int most) {
    return body.hasNonNull(field) ? number(body, field, most) : OptionalInt.empty();
  }

  private static OptionalInt number(JsonNode body, String field, int most) {
    JsonNode value = body.path(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < 1
        || value.intValue() > most) {
      throw new BadInputException(field + " is no whole number from 1 to " + most);
    }
    return OptionalInt.of(value.intValue());
  }
}
