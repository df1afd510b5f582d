package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.etcd.Written;

/** Is told of each round after etcd was written. Never blocks for long. */
@FunctionalInterface
public interface Listener {
  /**
   * A round.
   *
   * @throws RuntimeException one line; it is told of, and others are told of the round all the same
   */
  void round(Decision decision, Written written);
}
