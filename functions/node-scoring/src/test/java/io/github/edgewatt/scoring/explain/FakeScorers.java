package io.github.edgewatt.scoring.explain;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.score.Estimate;
import io.github.edgewatt.scoring.score.NodeScore;
import io.github.edgewatt.scoring.score.Rejection;
import io.github.edgewatt.scoring.score.Scorer;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Scores by name: n1 is best, n3 is known of nothing, {@code full} may take no pod; other names are
 * not known. A test may put another scorer in.
 */
@Mock
@Singleton
public class FakeScorers implements Scorers {
  private static final double NONE = Double.NaN;

  /** Answers by name. */
  public static final Scorer BY_NAME = new ByName();

  private volatile Scorer scorer = BY_NAME;

  /** Answers with this from now on. */
  public void use(Scorer other) {
    scorer = other;
  }

  @Override
  public Scorer of(String policy) {
    if (!policy.isEmpty() && !policy.equals("power")) {
      throw new BadInputException("no policy '" + policy + "'");
    }
    return new Scorer() {
      @Override
      public List<Rejection> filter(Pod pod, List<String> nodes) {
        return scorer.filter(pod, nodes);
      }

      @Override
      public List<NodeScore> score(Pod pod, List<String> nodes) {
        return scorer.score(pod, nodes);
      }

      @Override
      public Estimate estimate(Pod pod, List<String> nodes, int replicas) {
        return scorer.estimate(pod, nodes, replicas);
      }
    };
  }

  @Override
  public Collection<String> nodes() {
    return List.of("n2", "n1", "n3");
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("policy", "power", "nodes", 3);
  }

  private static final class ByName implements Scorer {
    @Override
    public List<Rejection> filter(Pod pod, List<String> nodes) {
      return nodes.contains("full") ? List.of(new Rejection("full", "no room", false)) : List.of();
    }

    @Override
    public List<NodeScore> score(Pod pod, List<String> nodes) {
      List<NodeScore> scores = new ArrayList<>();
      for (String node : nodes) {
        scores.add(
            switch (node) {
              case "n1" -> known("n1", 100, 24, 96.2, 109.8);
              case "n2" -> known("n2", 40, 31, 88.0, 103.9);
              case "n3" -> neutral("n3", "temperature page 22 min old");
              default -> neutral(node, "unknown node");
            });
      }
      return scores;
    }

    @Override
    public Estimate estimate(Pod pod, List<String> nodes, int replicas) {
      List<Estimate.Step> steps = new ArrayList<>();
      for (int i = 1; i <= Math.min(3, replicas); i++) {
        steps.add(new Estimate.Step("n1", 2.5, 2.5 * i));
      }
      return new Estimate(steps, replicas > 3 ? "nothing more fits" : "");
    }

    private static NodeScore known(
        String node, double score, double ambient, double before, double after) {
      return new NodeScore(
          node, score, false, 4, 1.24, 1.76, ambient, before, after, false, NONE, List.of());
    }

    private static NodeScore neutral(String node, String why) {
      return new NodeScore(
          node, 50, true, NONE, NONE, NONE, NONE, NONE, NONE, false, NONE, List.of(why));
    }
  }
}
