package io.github.edgewatt.scoring.climate;

import java.util.Optional;

/** The newest readings by node. Answers from memory. */
@FunctionalInterface
public interface ClimateView {
  /** Readings of the node, however old; empty where there never were any. */
  Optional<Climate> of(String node);
}
