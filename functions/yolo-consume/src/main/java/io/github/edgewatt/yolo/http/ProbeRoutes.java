package io.github.edgewatt.yolo.http;

import io.github.edgewatt.service.Answers;
import io.github.edgewatt.service.Lifecycle;
import io.github.edgewatt.service.Readiness;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Health under the paths Kubernetes' manifests ask: {@code /health/live}, {@code /health/ready}.
 */
@Singleton
class ProbeRoutes {
  private final Lifecycle lifecycle;
  private final Iterable<Readiness> readiness;

  @Inject
  ProbeRoutes(Lifecycle lifecycle, @Any Instance<Readiness> readiness) {
    this(lifecycle, (Iterable<Readiness>) readiness);
  }

  ProbeRoutes(Lifecycle lifecycle, Iterable<Readiness> readiness) {
    this.lifecycle = lifecycle;
    this.readiness = readiness;
  }

  void install(@Observes Router router) {
    router.get("/health/live").handler(context -> state(context, 200, "up"));
    router.get("/health/ready").handler(this::ready);
  }

  private void ready(RoutingContext context) {
    if (lifecycle.draining()) {
      state(context, 503, "draining");
      return;
    }
    Optional<String> missing =
        StreamSupport.stream(readiness.spliterator(), false)
            .flatMap(one -> one.missing().stream())
            .findFirst();
    state(context, missing.isPresent() ? 503 : 200, missing.orElse("ready"));
  }

  private static void state(RoutingContext context, int status, String state) {
    Answers.json(context.response(), status, new JsonObject().put("state", state).toBuffer());
  }
}
