package io.github.edgewatt.scoring.score.power;

import java.util.Map;

/**
 * The ranges of a node's sensors. A node with neither label of {@code cpu2} has one socket; models
 * that ask for two processors then get the first one's temperature twice.
 */
record Ranges(Range ambient, Range cpu1, Range cpu2) {
  static Ranges of(Map<String, String> labels) {
    return new Ranges(
        Range.of(labels, "ambient"), Range.of(labels, "cpu1"), Range.of(labels, "cpu2"));
  }

  /** Whether the node has one processor. */
  boolean singleSocket() {
    return cpu2.absent() && !cpu1.absent();
  }
}
