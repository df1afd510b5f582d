package io.github.edgewatt.scoring.score.power;

/** Which rules turn a node's load and a pod into a score. */
public enum PowerMode {
  /** Ours: watts as they are, nothing rounded. */
  WATTS,
  /** WAO-Scheduler's first version, with all its rounding. */
  WAO_V1,
  /** WAO's second version. */
  WAO_V2
}
