package io.github.edgewatt.scoring.extender;

import io.github.edgewatt.cluster.Pod;
import java.util.List;
import java.util.Optional;

/**
 * A scheduler's question.
 *
 * @param pod the pod to place
 * @param nodes names of the nodes it may go to, in order
 * @param whole the nodes themselves, in the same order, from a scheduler that does not count on our
 *     own view ({@code nodeCacheCapable: false})
 */
public record ExtenderArgs(Pod pod, List<String> nodes, Optional<WholeNodes> whole) {
  public ExtenderArgs {
    nodes = List.copyOf(nodes);
  }
}
