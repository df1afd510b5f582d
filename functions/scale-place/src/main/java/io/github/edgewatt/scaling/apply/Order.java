package io.github.edgewatt.scaling.apply;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Removal;

/** One decision, to be carried out once. */
public sealed interface Order {
  /** The replica to end, or the one that a new one is like. */
  FunctionPod pod();

  /** In a few words, for people. */
  String text();

  /**
   * A replica to make.
   *
   * @param identity what no other decision has; a second attempt has the same
   */
  record Create(Creation creation, String identity) implements Order {
    @Override
    public FunctionPod pod() {
      return creation.like();
    }

    @Override
    public String text() {
      return "a replica of " + creation.function() + " in " + creation.zone();
    }
  }

  /** A replica to end. */
  record Remove(Removal removal) implements Order {
    @Override
    public FunctionPod pod() {
      return removal.pod();
    }

    @Override
    public String text() {
      return "the end of " + pod().name() + " in " + pod().zone();
    }
  }
}
