package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;

/**
 * A node as it stands before a pod.
 *
 * @param entry the node
 * @param coresBefore CPU in use, with what placed pods will use; NaN where it is not known
 * @param source who knows its watts; null where {@code why} says something
 * @param warmth its temperatures
 * @param why why it cannot be judged; empty where it can
 */
record Load(NodeEntry entry, double coresBefore, PowerSource source, Warmth warmth, String why) {
  static Load unknown(NodeEntry entry, double coresBefore, String why) {
    return new Load(entry, coresBefore, null, Warmth.NONE, why);
  }

  double cores() {
    return entry.node().cores();
  }

  /** What the node would draw at {@code coresUsed}. */
  PowerQuestion question(double coresUsed, PowerRule rule) {
    PowerPoint exact =
        new PowerPoint(
            coresUsed / cores(),
            cores(),
            warmth.ambient(),
            warmth.cpu1(),
            warmth.cpu2(),
            warmth.ambientCelsius());
    return new PowerQuestion(source, rule.asked(exact));
  }
}
