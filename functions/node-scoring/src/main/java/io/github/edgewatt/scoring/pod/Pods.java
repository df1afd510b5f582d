package io.github.edgewatt.scoring.pod;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import java.io.IOException;
import java.util.Map;

/** A pod out of what callers give for one. */
public final class Pods {
  private Pods() {}

  /**
   * A pod of Kubernetes (with {@code metadata} or {@code spec}), what makes pods (its {@code
   * spec.template}), or the short form.
   *
   * @throws BadInputException where it is none of them
   */
  public static Pod of(JsonNode json) {
    if (!json.isObject()) {
      throw new BadInputException("pod is no object");
    }
    JsonNode template = json.path("spec").path("template");
    if (template.isObject()) {
      return kubernetes(template);
    }
    return json.has("spec") || json.has("metadata") ? kubernetes(json) : ShortPod.read(json);
  }

  /** A pod of which only its request is known. */
  public static Pod ofMilliCores(int milliCores) {
    CpuDemand cpu = new CpuDemand(milliCores / 1000.0, 0);
    return ShortPod.of("default", "", Map.of(), Map.of(), cpu);
  }

  private static Pod kubernetes(JsonNode json) {
    try (JsonParser parser = json.traverse()) {
      parser.nextToken();
      return PodReader.read(parser);
    } catch (IOException e) {
      throw new BadInputException("no pod of Kubernetes: " + e.getMessage());
    }
  }
}
