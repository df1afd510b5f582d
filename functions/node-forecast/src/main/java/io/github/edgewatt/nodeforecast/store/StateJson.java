package io.github.edgewatt.nodeforecast.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import java.util.Locale;

/** What is served and what was refused, as JSON for people: {@code GET /state}. */
public final class StateJson {
  private StateJson() {}

  /** The files in order, each with its model. */
  public static ObjectNode of(Snapshot snapshot) {
    ObjectNode answer = Json.object();
    answer.put("ready", snapshot.ready());
    ArrayNode models = answer.putArray("models");
    snapshot.files().values().forEach(state -> add(models.addObject(), state));
    return answer;
  }

  private static void add(ObjectNode json, FileState state) {
    json.put("name", state.name());
    json.put("file", state.file().toString());
    json.put("status", state.status().name().toLowerCase(Locale.ROOT));
    json.put("since", state.since().toString());
    state.problem().ifPresent(problem -> json.put("problem", problem));
    state.loaded().ifPresent(model -> add(json.putObject("loaded"), model));
  }

  private static void add(ObjectNode json, LoadedModel model) {
    json.put("version", model.version());
    json.put("sha256", model.sha256());
    json.put("loaded_at", model.loadedAt().toString());
    json.put("trained_at", model.model().header().trainedAt().toString());
    json.put("trained_by", model.model().header().tool());
    json.set("functions", Json.tree(model.nodeOnly().highestRates()));
    json.set(
        "node_types",
        Json.tree(model.nodeOnly().nodes().keySet().stream().map(node -> node.name()).toList()));
    json.set(
        "targets",
        Json.tree(model.model().targets().keySet().stream().map(target -> target.text()).toList()));
    json.put("overload", model.model().overload().isPresent());
    json.set("asked_as", Json.tree(model.servables().stream().map(Servable::name).toList()));
    model.noPower().ifPresent(why -> json.put("no_power", why));
  }
}
