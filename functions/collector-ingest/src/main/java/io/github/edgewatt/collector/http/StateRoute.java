package io.github.edgewatt.collector.http;

import io.github.edgewatt.collector.kubernetes.SyncStatus;
import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.window.NodeWindows;
import io.github.edgewatt.collector.window.Nodes;
import io.github.edgewatt.service.Answers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * {@code GET /state}: what counts now on a node and how it stands with its annotations; which nodes
 * there are, where there may be many and none is named.
 */
@Singleton
class StateRoute {
  static final String PATH = "/state";

  private final Collector collector;

  @Inject
  StateRoute(Collector collector) {
    this.collector = collector;
  }

  void install(@Observes Router router) {
    router.get(PATH).handler(this::state);
  }

  private void state(RoutingContext context) {
    Nodes nodes = collector.nodes();
    String asked = context.request().getParam("node");
    String name = asked == null ? nodes.only().orElse("") : asked;
    if (name.isEmpty()) {
      JsonArray names = new JsonArray();
      nodes.all().keySet().forEach(names::add);
      Answers.json(context.response(), 200, new JsonObject().put("nodes", names).toBuffer());
      return;
    }
    NodeWindows windows = nodes.all().get(name);
    if (windows == null) {
      Answers.error(context.response(), 404, "no events of this node");
    } else {
      Answers.json(context.response(), 200, describe(name, windows).toBuffer());
    }
  }

  private JsonObject describe(String name, NodeWindows windows) {
    Annotations annotations = Annotations.of(windows.snapshot(System.currentTimeMillis()));
    JsonObject answer =
        new JsonObject()
            .put("node", name)
            .put("fpga-state", new JsonObject(annotations.summary()))
            .put("collector-state", new JsonObject(annotations.state()));
    SyncStatus status =
        collector.writer().map(writer -> writer.status(name)).orElse(SyncStatus.NEVER);
    if (status.writtenAt().isAfter(Instant.EPOCH)) {
      answer.put("writtenAt", status.writtenAt().toString());
    }
    if (!status.problem().isEmpty()) {
      answer.put("problem", status.problem());
    }
    return answer;
  }
}
