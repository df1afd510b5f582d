package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.explain.Explanation;
import io.github.edgewatt.scoring.explain.Question;
import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.scoring.score.Estimate;
import io.github.edgewatt.scoring.score.NodeScore;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The function for callers other than schedulers. */
@Singleton
public final class NodeScoring {
  private static final Logger LOG = Logger.getLogger(NodeScoring.class);
  static final String NAME = "nodeScoring";

  private final Scorers scorers;
  private final Meters meters;

  @Inject
  NodeScoring(Scorers scorers, Meters meters) {
    this.scorers = scorers;
    this.meters = meters;
  }

  /**
   * Scores of one pod, 0 to 100, or with {@code replicas} where several would cost least.
   *
   * @param question who asks for what
   */
  @Funq(NAME)
  public Map<String, Object> nodeScoring(Question question) {
    long begun = System.nanoTime();
    try {
      Map<String, Object> answer = answer(question);
      meters.answered(NAME, Outcome.ANSWERED, System.nanoTime() - begun);
      return answer;
    } catch (RuntimeException e) {
      // Funqy turns it into 500 without a word.
      LOG.error(NAME + " failed", e);
      meters.answered(NAME, Outcome.FAILED, System.nanoTime() - begun);
      throw e;
    }
  }

  private Map<String, Object> answer(Question question) {
    List<String> nodes = Explanation.nodes(question, scorers);
    if (question.replicas().isEmpty()) {
      List<NodeScore> scores = scorers.of(question.policy()).score(question.pod(), nodes);
      meters.scored(scores);
      return Map.of("nodes", scores.stream().map(NodeScoring::score).toList());
    }
    int replicas = question.replicas().getAsInt();
    Estimate estimate = scorers.of(question.policy()).estimate(question.pod(), nodes, replicas);
    if (question.estimator()) {
      return estimatorAnswer(question, estimate);
    }
    Map<String, Object> steps = new LinkedHashMap<>();
    steps.put("steps", estimate.steps().stream().map(NodeScoring::step).toList());
    steps.put("why", estimate.why());
    return steps;
  }

  private static Map<String, Object> score(NodeScore score) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("node", score.node());
    answer.put("score", finite(score.score()));
    answer.put("neutral", score.neutral());
    answer.put("watts", finite(score.wattsAfter()));
    answer.put("deltaWatts", finite(score.deltaWatts()));
    answer.put("fallback", score.fallback());
    answer.put("reasons", score.reasons());
    return answer;
  }

  private static Map<String, Object> step(Estimate.Step step) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("node", step.node());
    answer.put("deltaWatts", finite(step.deltaWatts()));
    answer.put("totalWatts", finite(step.totalWatts()));
    return answer;
  }

  /** WAO's estimator repeats the question, and gives the increase of 1 to n pods together. */
  private static Map<String, Object> estimatorAnswer(Question question, Estimate estimate) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("cpu_milli", Math.round(1000 * question.pod().cpu().requested()));
    answer.put("num_workloads", question.replicas().getAsInt());
    answer.put("watt_increases", estimate.steps().stream().map(Estimate.Step::totalWatts).toList());
    return answer;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
