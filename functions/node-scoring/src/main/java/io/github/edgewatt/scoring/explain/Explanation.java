package io.github.edgewatt.scoring.explain;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.NodeScore;
import io.github.edgewatt.scoring.score.Rejection;
import io.github.edgewatt.scoring.score.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every node's score and how it came about, in the order of the question.
 *
 * @param lines one a node
 */
public record Explanation(List<Line> lines) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  /**
   * One node.
   *
   * @param score its score
   * @param rejected why it may not take the pod at all; empty where it may
   */
  public record Line(NodeScore score, Optional<String> rejected) {}

  /** Asks the scorer of the question's policy. All nodes come by name. */
  public static Explanation of(Question question, Scorers scorers) {
    Scorer scorer = scorers.of(question.policy());
    List<String> nodes = nodes(question, scorers);
    Map<String, String> rejected = new HashMap<>();
    for (Rejection one : scorer.filter(unnamed(question.pod()), nodes)) {
      rejected.put(one.node(), one.reason());
    }
    List<Line> lines = new ArrayList<>();
    for (NodeScore score : scorer.score(question.pod(), nodes)) {
      lines.add(new Line(score, Optional.ofNullable(rejected.get(score.node()))));
    }
    return new Explanation(lines);
  }

  /** Without its UID: asking for reasons must not count as a scheduler's placing it. */
  private static Pod unnamed(Pod pod) {
    return new Pod(
        "",
        pod.namespace(),
        pod.name(),
        pod.node(),
        pod.phase(),
        pod.labels(),
        pod.annotations(),
        pod.cpu(),
        pod.firstContainer(),
        pod.owner(),
        pod.createdAt());
  }

  /** The nodes of a question. */
  public static List<String> nodes(Question question, Scorers scorers) {
    return question.nodes().orElseGet(() -> scorers.nodes().stream().sorted().toList());
  }

  /** The lines as people want them: best first, then what says nothing, then what is refused. */
  public List<Line> ranked() {
    return Stream.of(
            lines.stream().filter(one -> one.rejected().isEmpty() && !one.score().neutral()),
            lines.stream().filter(one -> one.rejected().isEmpty() && one.score().neutral()),
            lines.stream().filter(one -> one.rejected().isPresent()))
        .flatMap(
            group ->
                group.sorted(
                    Comparator.comparingDouble((Line one) -> -one.score().score())
                        .thenComparing(one -> one.score().node())))
        .toList();
  }
}
