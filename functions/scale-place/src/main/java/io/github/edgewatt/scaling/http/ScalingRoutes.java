package io.github.edgewatt.scaling.http;

import io.github.edgewatt.scaling.funqy.ScalePlace;
import io.github.edgewatt.service.Answers;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** {@code POST /scalePlace}, {@code GET /state} and {@code GET /state/snapshot}. */
@Singleton
class ScalingRoutes {
  private static final Logger LOG = Logger.getLogger(ScalingRoutes.class);
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
        .handler(context -> answer(context, workers::execute, () -> Optional.of(state.summary())));
    router
        .get("/state/snapshot")
        .handler(context -> answer(context, workers::execute, state::snapshot));
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
    answer(
        context,
        workers::question,
        () -> Optional.of(Buffer.buffer(function.decide(body.getBytes()).toString())));
  }

  /** What is answered may take its time to make. */
  private static void answer(RoutingContext context, Executor executor, Work work) {
    Context eventLoop = context.vertx().getOrCreateContext();
    try {
      executor.execute(
          () -> {
            Reply reply = reply(work);
            eventLoop.runOnContext(
                ignored -> {
                  if (reply.body() != null) {
                    Answers.json(context.response(), 200, reply.body());
                  } else {
                    Answers.error(context.response(), reply.status(), reply.error());
                  }
                });
          });
    } catch (RejectedExecutionException e) {
      Answers.error(context.response(), 503, "too many questions are waiting already: ask later");
    }
  }

  private static Reply reply(Work work) {
    try {
      return work.answer()
          .map(body -> new Reply(200, body, ""))
          .orElseGet(() -> new Reply(404, null, NO_VIEW));
    } catch (IllegalArgumentException e) {
      return new Reply(400, null, e.getMessage());
    } catch (Exception e) {
      LOG.error("a request could not be answered", e);
      return new Reply(500, null, "the request could not be answered: see the log");
    }
  }

  /** Makes an answer; empty where there is no view to answer from. */
  @FunctionalInterface
  private interface Work {
    Optional<Buffer> answer() throws Exception;
  }

  private record Reply(int status, Buffer body, String error) {}
}
