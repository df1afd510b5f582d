package io.github.edgewatt.scoring.score.power;

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
  /** The same with another score. */
  PowerScore scored(double value) {
    return new PowerScore(
        value, coresBefore, coresAfter, ambientCelsius, wattsBefore, wattsAfter, fallback, why);
  }

  static PowerScore unknown(Load load, double added, String why) {
    return new PowerScore(
        Double.NaN,
        load.coresBefore(),
        load.coresBefore() + added,
        load.warmth().ambientCelsius(),
        Double.NaN,
        Double.NaN,
        false,
        why);
  }
}
