package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.scoring.extender.ExtenderArgs;
import io.github.edgewatt.scoring.extender.ExtenderReader;
import io.github.edgewatt.scoring.extender.ExtenderScore;
import io.github.edgewatt.scoring.extender.ExtenderWriter;
import io.github.edgewatt.scoring.score.NodeScore;
import io.github.edgewatt.scoring.score.Rejection;
import io.github.edgewatt.scoring.score.Scorer;
import io.github.edgewatt.scoring.wiring.ScoringConfig;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * {@code POST /filter} and {@code POST /prioritize}, as kube-scheduler calls an extender. Where
 * scoring fails or is late, all nodes pass and all score the same.
 */
@Singleton
final class ExtenderRoutes {
  private final Workers workers;
  private final Timely filter;
  private final Timely prioritize;
  private final Scorer scorer;
  private final Meters meters;

  @Inject
  ExtenderRoutes(ScoringConfig config, Scorers scorers, Meters meters) {
    this.workers = new Workers("extender", config.workers(), config.queue());
    this.filter = new Timely("filter", workers, config.deadline(), meters);
    this.prioritize = new Timely("prioritize", workers, config.deadline(), meters);
    this.scorer = scorers.of("");
    this.meters = meters;
  }

  void install(@Observes Router router) {
    router
        .post("/filter")
        .handler(
            context ->
                filter.answer(
                    context,
                    new Asked(Body.of(context), this::filtered, args -> passed(args, List.of()))));
    router
        .post("/prioritize")
        .handler(
            context ->
                prioritize.answer(
                    context,
                    new Asked(Body.of(context), this::prioritized, ExtenderRoutes::neutral)));
  }

  private byte[] filtered(ExtenderArgs args) {
    return passed(args, scorer.filter(args.pod(), args.nodes()));
  }

  private static byte[] passed(ExtenderArgs args, List<Rejection> rejections) {
    return ExtenderWriter.filtered(args, rejections);
  }

  private byte[] prioritized(ExtenderArgs args) {
    List<NodeScore> scores = scorer.score(args.pod(), args.nodes());
    if (scores.size() != args.nodes().size()) {
      throw new IllegalStateException(
          scores.size() + " scores for " + args.nodes().size() + " nodes");
    }
    meters.scored(scores);
    double[] figures = new double[scores.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = scores.get(i).score();
    }
    return ExtenderWriter.scores(args.nodes(), ExtenderScore.of(figures));
  }

  private static byte[] neutral(ExtenderArgs args) {
    int[] scores = new int[args.nodes().size()];
    Arrays.fill(scores, ExtenderScore.NEUTRAL);
    return ExtenderWriter.scores(args.nodes(), scores);
  }

  int running() {
    return workers.running();
  }

  int waiting() {
    return workers.waiting();
  }

  @PreDestroy
  void stop() {
    workers.close();
  }

  /** One question, read when first needed: by a worker, or late by the event loop. */
  private static final class Asked implements Work {
    private final byte[] body;
    private final Function<ExtenderArgs, byte[]> answer;
    private final Function<ExtenderArgs, byte[]> instead;
    private volatile ExtenderArgs args;

    Asked(
        byte[] body,
        Function<ExtenderArgs, byte[]> answer,
        Function<ExtenderArgs, byte[]> instead) {
      this.body = body;
      this.answer = answer;
      this.instead = instead;
    }

    @Override
    public Reply answer() {
      return Reply.ok(answer.apply(args()));
    }

    @Override
    public Reply instead() {
      return Reply.ok(instead.apply(args()));
    }

    private ExtenderArgs args() {
      ExtenderArgs read = args;
      if (read == null) {
        read = ExtenderReader.read(body);
        args = read;
      }
      return read;
    }
  }
}
