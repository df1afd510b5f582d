package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.scoring.power.Watts;

/**
 * One node under the policy. Figures that play no part are NaN.
 *
 * @param score 0 (worst) to 100 (best); NaN where the policy cannot judge the node
 * @param coresBefore CPU in use before the pod
 * @param coresAfter CPU in use after it
 * @param ambientCelsius air temperature
 * @param wattsBefore power before the pod
 * @param wattsAfter power after it
 * @param fallback whether the watts are the straight line's
 * @param why what stands out; empty where nothing does
 */
public record PowerScore(
    double score,
    double coresBefore,
    double coresAfter,
    double ambientCelsius,
    double wattsBefore,
    double wattsAfter,
    boolean fallback,
    String why) {
  /** A node whose watts are known. */
  static PowerScore judged(Load load, Demand demand, double score, Watts before, Watts after) {
    return new PowerScore(
        score,
        load.coresBefore(),
        load.coresBefore() + demand.added(),
        load.warmth().ambientCelsius(),
        before.watts(),
        after.watts(),
        before.origin() == Watts.Origin.FALLBACK,
        before.why().isEmpty() ? after.why() : before.why());
  }

  /** A node whose watts are not known. */
  static PowerScore unknown(Load load, Demand demand, double score, String why) {
    return new PowerScore(
        score,
        load.coresBefore(),
        load.coresBefore() + demand.added(),
        load.warmth().ambientCelsius(),
        Double.NaN,
        Double.NaN,
        false,
        why);
  }
}
