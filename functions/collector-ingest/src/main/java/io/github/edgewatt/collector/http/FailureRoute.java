package io.github.edgewatt.collector.http;

import io.github.edgewatt.service.Answers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers a refused JSON event with the form's status and text; other failures are the service's.
 */
@Singleton
class FailureRoute {
  /** Of two failure handlers of one order the one installed first is asked first. */
  private static final int BEFORE_OTHERS = 1;

  void install(@Observes @Priority(BEFORE_OTHERS) Router router) {
    router.route(EventRoutes.JSON_EVENT).order(Integer.MIN_VALUE).failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    Throwable failure = context.failure();
    while (failure != null && !(failure instanceof RefusedException)) {
      failure = failure.getCause();
    }
    if (failure instanceof RefusedException refused) {
      String text = refused.answer().text().toString();
      Answers.error(context.response(), refused.answer().status(), text);
    } else if (context.statusCode() == 400) {
      Answers.error(context.response(), 400, "Error parsing form: not the JSON of an event");
    } else {
      context.next();
    }
  }
}
