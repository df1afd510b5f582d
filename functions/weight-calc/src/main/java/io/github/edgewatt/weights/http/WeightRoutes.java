package io.github.edgewatt.weights.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.service.Answers;
import io.github.edgewatt.service.Reply;
import io.github.edgewatt.service.Workers;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** {@code POST /weightCalc}, {@code GET /state} and {@code GET /state/snapshot}. */
@Singleton
final class WeightRoutes {
  private static final Logger LOG = Logger.getLogger(WeightRoutes.class);

  /** Before Funqy's own route for the same path. */
  private static final int FIRST = -1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WeightCalc function;
  private final State state;
  private final Workers workers;

  @Inject
  WeightRoutes(WeightCalc function, State state, Workers workers) {
    this.function = function;
    this.state = state;
    this.workers = workers;
  }

  void install(@Observes Router router) {
    router
        .post("/" + WeightCalc.NAME)
        .order(FIRST)
        .handler(context -> workers.answerQuestion(context, () -> weights(context)));
    router
        .route("/" + WeightCalc.NAME)
        .order(FIRST)
        .handler(
            context -> {
              context.response().putHeader("Allow", "POST");
              Answers.error(context.response(), 405, "POST a snapshot");
            });
    router
        .get("/state")
        .handler(
            context ->
                workers.answer(context, () -> Reply.of(200, JSON.writeValueAsBytes(state.json()))));
    router.get("/state/snapshot").handler(context -> workers.answer(context, this::snapshot));
  }

  private Reply weights(RoutingContext context) throws IOException {
    Buffer body = context.body() == null ? null : context.body().buffer();
    if (body == null || body.length() == 0) {
      return Reply.error(400, "the body is empty: POST a snapshot as /state/snapshot gives it");
    }
    try {
      return Reply.of(200, JSON.writeValueAsBytes(function.answer(body.getBytes())));
    } catch (IllegalArgumentException e) {
      return Reply.error(400, "the body is no snapshot: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("weights could not be calculated", e);
      return Reply.error(500, "the weights could not be calculated: see the log");
    }
  }

  private Reply snapshot() throws IOException {
    Optional<Snapshot> now = state.snapshot();
    if (now.isEmpty()) {
      return Reply.error(404, "this process keeps no view: osmotic_lb_opt_daemon is false");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SnapshotJson.write(now.get(), bytes);
    return Reply.of(200, bytes.toByteArray());
  }
}
