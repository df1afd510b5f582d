package io.github.edgewatt.cluster.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.cluster.objects.Labels;
import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event {@code pod/create|pending|running|shutdown|delete} of telemd's Kubernetes adapter.
 *
 * @param at when
 * @param pod the pod; empty where it has ended or is deleted
 * @param uid its UID
 */
record PodEvent(Instant at, Optional<SeenPod> pod, String uid) {
  private static final String PREFIX = "pod/";

  /** Whether an event is one of these. */
  static boolean is(EventMessage event) {
    return event.name().startsWith(PREFIX);
  }

  /**
   * Reads an event. A quantity that is none counts as not asked for: without its pod, requests
   * would be split wrong.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static PodEvent parse(EventMessage event) {
    JsonNode json = Json.object(event.value());
    String uid = Json.text(json, "podUid");
    if (uid.isEmpty()) {
      throw new IllegalArgumentException(event.name() + " without podUid");
    }
    String status = Json.text(json, "status").toLowerCase(Locale.ROOT);
    boolean ended = status.equals("succeeded") || status.equals("failed");
    Optional<Phase> phase =
        switch (event.name().substring(PREFIX.length())) {
          case "create", "pending" ->
              Optional.of(status.equals("running") ? Phase.RUNNING : Phase.PENDING);
          case "running" -> Optional.of(Phase.RUNNING);
          case "shutdown" -> Optional.of(Phase.ENDING);
          case "delete" -> Optional.empty();
          default ->
              throw new IllegalArgumentException("no event of pods: " + Text.shown(event.name()));
        };
    return new PodEvent(
        event.at(), phase.filter(one -> !ended).map(one -> pod(json, uid, one, event.at())), uid);
  }

  private static SeenPod pod(JsonNode json, String uid, Phase phase, Instant at) {
    String name = Json.text(json, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the pod " + Text.shown(uid) + " without a name");
    }
    Map<String, String> labels = Json.texts(Json.field(json, "labels"));
    Resources requests = new Resources(0, 0, 1);
    List<String> ids = new ArrayList<>();
    String container = "";
    String image = "";
    int port = 0;
    for (Map.Entry<String, JsonNode> one : Json.field(json, "containers").properties()) {
      requests = requests.plus(asked(Json.field(one.getValue(), "resource_requests")));
      String id = Json.text(one.getValue(), "id").replaceFirst("^[a-z-]+://", "");
      if (!id.isEmpty()) {
        ids.add(id);
      }
      if (container.isEmpty()) {
        container = one.getKey();
        image = Json.text(one.getValue(), "image");
        port = port(Json.field(one.getValue(), "port").asInt(0));
      }
    }
    return new SeenPod(
        uid,
        Json.text(json, "namespace"),
        name,
        labels,
        Json.text(json, "nodeName"),
        Json.text(json, "podIP"),
        port,
        phase,
        requests,
        container,
        image,
        Labels.deployment(name, labels),
        time(Json.text(json, "startTime")).orElse(at),
        ids);
  }

  private static Resources asked(JsonNode requests) {
    Map<String, String> texts = Json.texts(requests);
    return new Resources(quantity(texts.get("cpu")), quantity(texts.get("memory")), 0);
  }

  private static double quantity(String text) {
    try {
      return text == null ? 0 : Quantity.parse(text);
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static int port(int port) {
    return port > 0 && port <= 65_535 ? port : 0;
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
