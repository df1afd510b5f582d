package io.github.edgewatt.scoring.score;

import io.github.edgewatt.cluster.Pod;
import java.util.List;

/** Answers a scheduler. Never throws for what a pod, a node or a sensor is like. */
public interface Scorer {
  /** Those of {@code nodes} that may not take {@code pod}; unknown nodes pass. */
  List<Rejection> filter(Pod pod, List<String> nodes);

  /** A score for each of {@code nodes}, in order. */
  List<NodeScore> score(Pod pod, List<String> nodes);

  /** Where {@code replicas} pods like {@code pod} would cost least. */
  Estimate estimate(Pod pod, List<String> nodes, int replicas);
}
