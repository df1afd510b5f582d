package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.explain.Explanation;
import io.github.edgewatt.scoring.explain.ExplanationJson;
import io.github.edgewatt.scoring.explain.Question;
import io.github.edgewatt.scoring.explain.QuestionReader;
import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.service.Answers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * {@code POST /explain}, the path of WAO's estimator, and a look at what is sent to the function
 * {@code nodeScoring} before Funqy reads it: Funqy answers 400 without a word of what is wrong.
 */
@Singleton
final class QuestionRoutes {
  /** Before the routes of Funqy, after the one that reads bodies. */
  private static final int FIRST = -1;

  private static final int THREADS = 2;
  private static final int WAITING = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ESTIMATOR =
      "/namespaces/:namespace/estimators/:name/values/powerconsumption";

  private final Workers workers = new Workers("question", THREADS, WAITING);
  private final Scorers scorers;
  private final Meters meters;

  @Inject
  QuestionRoutes(Scorers scorers, Meters meters) {
    this.scorers = scorers;
    this.meters = meters;
  }

  void install(@Observes Router router) {
    Timely explain = new Timely("explain", workers, PATIENCE, meters);
    router
        .post("/explain")
        .handler(context -> explain.answer(context, new Explain(Body.of(context))));
    router.post(ESTIMATOR).handler(context -> context.reroute("/" + NodeScoring.NAME));
    router.post("/" + NodeScoring.NAME).order(FIRST).blockingHandler(this::check, false);
  }

  private void check(RoutingContext context) {
    try {
      scorers.of(QuestionReader.read(Body.of(context)).policy());
      context.next();
    } catch (BadInputException e) {
      Answers.error(context.response(), 400, e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    workers.close();
  }

  private final class Explain implements Work {
    private final byte[] body;

    Explain(byte[] body) {
      this.body = body;
    }

    @Override
    public Reply answer() {
      Question question = QuestionReader.read(body);
      if (question.replicas().isPresent()) {
        throw new BadInputException("/explain takes no replicas; /" + NodeScoring.NAME + " does");
      }
      return Reply.ok(ExplanationJson.write(Explanation.of(question, scorers)));
    }

    @Override
    public Reply instead() {
      return Reply.error(503, "no explanation now: too busy, too late or failed; see the log");
    }
  }
}
