package io.github.edgewatt.scaling.http;

import io.github.edgewatt.scaling.funqy.ScalePlace;
import io.github.edgewatt.service.Answers;
import io.github.edgewatt.service.Reply;
import io.github.edgewatt.service.Workers;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /scalePlace}, {@code GET /state} and {@code GET /state/snapshot}. */
@Singleton
class ScalingRoutes {
  private static final String NO_VIEW =
      "this process keeps no view: schedule_scale_opt_daemon is false";

  private final ScalePlace function;
  private final State state;
  private final Workers workers;

  @Inject
  ScalingRoutes(ScalePlace function, State state, Workers workers) {
    this.function = function;
    this.state = state;
    this.workers = workers;
  }

  void install(@Observes Router router) {
    // Before Funqy's own route for the same path.
    router.route("/" + ScalePlace.NAME).order(-1).handler(this::decide);
    router
        .get("/state")
        .handler(
            context -> workers.answer(context, () -> reply(() -> Optional.of(state.summary()))));
    router
        .get("/state/snapshot")
        .handler(context -> workers.answer(context, () -> reply(state::snapshot)));
  }

  private void decide(RoutingContext context) {
    if (!context.request().method().name().equals("POST")) {
      context.response().putHeader("Allow", "POST");
      Answers.error(context.response(), 405, "POST a snapshot as JSON");
      return;
    }
    Buffer body = context.body() == null ? null : context.body().buffer();
    if (body == null || body.length() == 0) {
      Answers.error(context.response(), 400, "a snapshot as JSON is wanted as the body");
      return;
    }
    workers.answerQuestion(
        context,
        () -> reply(() -> Optional.of(Buffer.buffer(function.decide(body.getBytes()).toString()))));
  }

  private static Reply reply(Answer answer) throws IOException {
    try {
      return answer
          .make()
          .map(body -> new Reply(200, body))
          .orElseGet(() -> Reply.error(404, NO_VIEW));
    } catch (IllegalArgumentException e) {
      return Reply.error(400, e.getMessage());
    }
  }

  /** Makes an answer; empty where there is no view to answer from. */
  @FunctionalInterface
  private interface Answer {
    Optional<Buffer> make() throws IOException;
  }
}
