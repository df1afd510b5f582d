package io.github.edgewatt.scoring.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A pod in a few figures: {@code {"cpu": "500m", "limit": "1", "labels": {…}}}. */
final class ShortPod {
  private static final TreeSet<String> FIELDS =
      new TreeSet<>(List.of("annotations", "cpu", "labels", "limit", "name", "namespace"));

  private ShortPod() {}

  static Pod read(JsonNode json) {
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new BadInputException(
                    "no field pod." + field + "; there are " + FIELDS + ", or a pod of Kubernetes");
              }
            });
    return of(
        text(json, "namespace", "default"),
        text(json, "name", ""),
        strings(json, "labels"),
        strings(json, "annotations"),
        new CpuDemand(cores(json, "cpu"), cores(json, "limit")));
  }

  static Pod of(
      String namespace,
      String name,
      Map<String, String> labels,
      Map<String, String> annotations,
      CpuDemand given) {
    // A limit alone is a request too, as the API server has it.
    CpuDemand cpu =
        new CpuDemand(given.requested() > 0 ? given.requested() : given.limit(), given.limit());
    return new Pod(
        "",
        namespace,
        name,
        "",
        Pod.Phase.PENDING,
        labels,
        annotations,
        cpu,
        cpu,
        Optional.empty(),
        Instant.EPOCH);
  }

  /** Cores: a number, or a quantity of Kubernetes as a string. */
  private static double cores(JsonNode json, String field) {
    JsonNode value = json.path(field);
    double cores = Double.NaN;
    if (value.isMissingNode() || value.isNull()) {
      cores = 0;
    } else if (value.isNumber()) {
      cores = value.doubleValue();
    } else if (value.isTextual()) {
      try {
        cores = Quantity.parse(value.textValue()).getNumericalAmount().doubleValue();
      } catch (IllegalArgumentException | ArithmeticException e) {
        cores = Double.NaN;
      }
    }
    if (!(cores >= 0 && cores < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(
          "pod." + field + " is no amount of CPU: cores as 0.5, or \"500m\"");
    }
    return cores;
  }

  private static String text(JsonNode json, String field, String otherwise) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw new BadInputException("pod." + field + " is no string");
    }
    return value.textValue();
  }

  private static Map<String, String> strings(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw new BadInputException("pod." + field + " is no object");
    }
    Map<String, String> strings = new HashMap<>();
    value
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isTextual()) {
                throw new BadInputException(
                    "pod." + field + "." + entry.getKey() + " is no string");
              }
              strings.put(entry.getKey(), entry.getValue().textValue());
            });
    return strings;
  }
}
