package io.github.edgewatt.yolo.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.service.Reply;
import io.github.edgewatt.service.Workers;
import io.github.edgewatt.yolo.funqy.ImageQuestion;
import io.github.edgewatt.yolo.funqy.YoloDetect;
import io.github.edgewatt.yolo.message.Json;
import io.github.edgewatt.yolo.model.BadImageException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;

/** {@code POST /detect} with an image's bytes, {@code POST /yoloDetect} with them in base64. */
@Singleton
class DetectRoutes {
  private static final Logger LOG = Logger.getLogger(DetectRoutes.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final YoloDetect function;
  private final Workers workers;

  /** Makes an answer of a body. */
  @FunctionalInterface
  private interface Look {
    Map<String, Object> at(byte[] body) throws BadImageException, IOException;
  }

  @Inject
  DetectRoutes(YoloDetect function, Workers workers) {
    this.function = function;
    this.workers = workers;
  }

  void install(@Observes Router router) {
    route(router, "/detect", function::look);
    // Before Funqy's own route for the same path.
    route(
        router,
        "/" + YoloDetect.NAME,
        body -> function.yoloDetect(MAPPER.readValue(body, ImageQuestion.class)));
  }

  private void route(Router router, String path, Look look) {
    // Callers such as curl call any body a form unless told otherwise, and it would be read as one.
    router
        .route(path)
        .order(Integer.MIN_VALUE)
        .handler(
            context -> {
              context.request().headers().set("Content-Type", "application/octet-stream");
              context.next();
            });
    router.route(path).order(-1).handler(context -> serve(context, look));
  }

  private void serve(RoutingContext context, Look look) {
    if (!context.request().method().equals(HttpMethod.POST)) {
      context.response().putHeader("Allow", "POST");
      workers.answer(context, () -> Reply.error(405, "only POST"));
      return;
    }
    byte[] body =
        context.body() == null || context.body().buffer() == null
            ? new byte[0]
            : context.body().buffer().getBytes();
    if (body.length == 0) {
      workers.answer(context, () -> Reply.error(400, "the body is empty"));
      return;
    }
    workers.answer(context, () -> reply(look, body));
  }

  private static Reply reply(Look look, byte[] body) throws IOException {
    try {
      return Reply.of(200, Json.bytes(look.at(body)));
    } catch (BadImageException e) {
      return Reply.error(400, e.getMessage());
    } catch (JsonProcessingException e) {
      return Reply.error(400, "the body is no JSON of the form {\"image\": \"<base64>\"}");
    } catch (IllegalStateException e) {
      LOG.error("the model's runtime failed", e);
      return Reply.error(500, "the model's runtime failed: " + e.getMessage());
    }
  }
}
