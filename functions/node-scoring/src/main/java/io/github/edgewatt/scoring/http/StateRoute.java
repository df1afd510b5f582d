package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.service.Answers;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;

/** {@code GET /state}: what this process knows and waits for, for people. */
@Singleton
final class StateRoute {
  private final Scorers scorers;
  private final ExtenderRoutes extender;

  @Inject
  StateRoute(Scorers scorers, ExtenderRoutes extender) {
    this.scorers = scorers;
    this.extender = extender;
  }

  void install(@Observes Router router) {
    router
        .get("/state")
        .handler(
            context ->
                Answers.json(
                    context.response(),
                    200,
                    new JsonObject(new LinkedHashMap<>(scorers.state()))
                        .put("working", extender.running())
                        .put("waiting", extender.waiting())
                        .toBuffer()));
  }
}
