package io.github.edgewatt.scaling.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Order;
import io.github.edgewatt.scaling.apply.PodForm;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Removal;
import io.github.edgewatt.steering.events.EventTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The event {@code scale_schedule}: a replica was made or ended, or {@code failed} says why not.
 */
public final class ScaleSchedule {
  /** The event's published name. */
  public static final String NAME = "scale_schedule";

  /**
   * Ours, for a decision that could not be carried out: who reads {@code scale_schedule} takes each
   * for done.
   */
  public static final String FAILED = "scale_schedule_failed";

  private ScaleSchedule() {}

  /**
   * The event's value.
   *
   * @param gateway the node of the gateway whose zone called for it; empty where it has none
   * @param dryRun whether nothing is really done
   */
  public static ObjectNode of(Applied applied, String gateway, Instant at, boolean dryRun) {
    Order order = applied.order();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    if (order instanceof Order.Create create) {
      Creation creation = create.creation();
      Map<String, String> labels = PodForm.labels(create);
      event.put("fn", creation.function()).put("gateway", gateway);
      figures(event, creation.value(), creation.threshold());
      event.put("origin_zone", creation.originZone()).put("dest_zone", creation.zone());
      request(event, applied.pod(), order.pod(), labels);
      upstream(event, at, applied.pod(), order.pod(), labels);
      event.put("delete", false).put("reason", creation.reason());
    } else {
      Removal removal = ((Order.Remove) order).removal();
      FunctionPod pod = removal.pod();
      event.put("fn", pod.function()).put("gateway", gateway);
      figures(event, removal.value(), removal.threshold());
      event.put("origin_zone", pod.zone()).put("dest_zone", pod.zone());
      request(event, pod.name(), pod, new TreeMap<>(pod.labels()));
      upstream(event, at, pod.name(), pod, new TreeMap<>(pod.labels()));
      event.put("delete", true).put("reason", removal.reason());
    }
    if (!applied.deployment().isEmpty()) {
      event.put("deployment", applied.deployment());
    }
    if (dryRun) {
      event.put("dry_run", true);
    }
    applied.failure().ifPresent(why -> event.put("failure", why));
    return event;
  }

  private static void figures(ObjectNode event, double value, double threshold) {
    event.put("value", finite(value)).put("threshold", finite(threshold));
  }

  private static void request(
      ObjectNode event, String name, FunctionPod pod, Map<String, String> labels) {
    ObjectNode request =
        event
            .putObject("pod_creation_request")
            .put("pod_name", name)
            .put("container_name", pod.container())
            .put("image", pod.image());
    labels.forEach(request.putObject("labels")::put);
    request.put("namespace", pod.namespace());
  }

  private static void upstream(
      ObjectNode event, Instant at, String name, FunctionPod pod, Map<String, String> labels) {
    event.put("ts", EventTime.seconds(at));
    ObjectNode told =
        event
            .putObject("pod")
            .put("ts", EventTime.seconds(at))
            .put("pod_name", name)
            .put("container_id", pod.container())
            .put("image", pod.image());
    labels.forEach(told.putObject("labels")::put);
    PodForm.requests(pod.requests()).forEach(told.putObject("resource_requests")::put);
    told.put("namespace", pod.namespace());
  }

  private static Double finite(double value) {
    return Optional.of(value).filter(Double::isFinite).orElse(null);
  }
}
