package io.github.edgewatt.cluster.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What events make of pods. They come late and out of order: an older event than the newest of its
 * pod changes nothing, a pod never goes back in its life, and one that was deleted stays deleted.
 */
final class PodEvents {
  private static final String SCALED = "scale_schedule";
  private static final int MOST_REMEMBERED = 200_000;

  private final Directory directory;
  private final Map<String, Last> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Last(Instant at, boolean gone) {}

  PodEvents(Directory directory) {
    this.directory = directory;
  }

  /**
   * Takes an event of any name; those of others are passed over.
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  void take(EventMessage event) {
    if (PodEvent.is(event)) {
      take(PodEvent.parse(event));
    } else if (event.name().equals(SCALED)) {
      scaled(Json.object(event.value()));
    }
  }

  private void take(PodEvent event) {
    Last before = last.get(event.uid());
    if (before != null && (before.gone() || event.at().isBefore(before.at()))) {
      return;
    }
    last.put(event.uid(), new Last(event.at(), event.pod().isEmpty()));
    if (event.pod().isEmpty()) {
      directory.removePod(event.uid());
      return;
    }
    SeenPod pod = event.pod().get();
    Optional<Phase> known = directory.find(event.uid()).map(SeenPod::phase);
    if (known.filter(phase -> phase.compareTo(pod.phase()) > 0).isEmpty()) {
      directory.pod(pod);
    }
  }

  /** A pod that is to be deleted takes no requests from now on; nothing comes of a dry run. */
  private void scaled(JsonNode json) {
    if (!Json.field(json, "delete").asBoolean(false)
        || Json.field(json, "dry_run").asBoolean(false)) {
      return;
    }
    String name = Json.text(Json.field(json, "pod"), "pod_name");
    if (name.isEmpty()) {
      name = Json.text(Json.field(json, "pod_creation_request"), "pod_name");
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a pod is to be deleted, and none is named");
    }
    directory.ending(name);
  }
}
