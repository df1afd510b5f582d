package io.github.edgewatt.scaling.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.scaling.events.ReadingEvents;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.Reading;
import io.github.edgewatt.scaling.policy.Removal;

/** Decisions with their reasons as JSON. */
public final class OutcomeJson {
  private OutcomeJson() {}

  /**
   * As JSON.
   *
   * @param mostReadings how many measurements at most; {@code readingsCut} says that there are more
   */
  public static ObjectNode of(String policy, Outcome outcome, int mostReadings) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("policy", policy);
    ArrayNode creations = node.putArray("creations");
    outcome.creations().forEach(one -> creations.add(of(one)));
    ArrayNode removals = node.putArray("removals");
    outcome.removals().forEach(one -> removals.add(of(one)));
    ArrayNode refusals = node.putArray("refusals");
    outcome.refusals().forEach(refusals::add);
    ArrayNode readings = node.putArray("readings");
    for (Reading reading : outcome.readings()) {
      if (readings.size() == mostReadings) {
        node.put("readingsCut", true);
        break;
      }
      readings.addObject().put("event", reading.event()).setAll(ReadingEvents.fields(reading));
    }
    node.set("memory", MemoryJson.of(outcome.memory()));
    return node;
  }

  /** A replica to make. */
  public static ObjectNode of(Creation creation) {
    FunctionPod like = creation.like();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("function", creation.function())
            .put("originZone", creation.originZone())
            .put("zone", creation.zone());
    if (!creation.node().isEmpty()) {
      node.put("node", creation.node());
    }
    node.put("like", like.name()).put("namespace", like.namespace()).put("image", like.image());
    figures(node, creation.value(), creation.threshold());
    return node.put("reason", creation.reason());
  }

  /** A replica to end. */
  public static ObjectNode of(Removal removal) {
    FunctionPod pod = removal.pod();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("function", pod.function())
            .put("zone", pod.zone())
            .put("pod", pod.name())
            .put("namespace", pod.namespace());
    figures(node, removal.value(), removal.threshold());
    return node.put("reason", removal.reason());
  }

  private static void figures(ObjectNode node, double value, double threshold) {
    node.put("value", Double.isFinite(value) ? Double.valueOf(value) : null);
    node.put("threshold", Double.isFinite(threshold) ? Double.valueOf(threshold) : null);
  }
}
