package io.github.edgewatt.scoring.explain;

import io.github.edgewatt.scoring.score.Scorer;
import java.util.Collection;
import java.util.Map;

/** Scorers by policy, over one view of the cluster. */
public interface Scorers {
  /**
   * The scorer of a policy ({@code power=2,fpga=1}, {@code wao-v1}, …).
   *
   * @param policy empty for the one this process was started with
   * @throws io.github.edgewatt.scoring.BadInputException where there is no such policy
   */
  Scorer of(String policy);

  /** Names of all nodes that are known, in no order. */
  Collection<String> nodes();

  /** What it knows and works with, by name: texts, numbers, lists and maps of them. */
  Map<String, Object> state();
}
