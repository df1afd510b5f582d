package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.score.base.Scale;
import java.util.Arrays;

/**
 * {@link PowerMode#WATTS}: all containers count, temperatures are clamped to their range, and watts
 * stay as they are.
 *
 * <pre>{@code
 * score = 100 x (highest - delta) / (highest - least)   over the nodes whose delta is known
 *       = 50                                            where highest - least <= 0.001 W
 *       = 0                                             where the pod does not fit
 * }</pre>
 *
 * WAO's published normalisation without its rounding; a decrease is the best of increases, not an
 * error. One thousandth of a watt is below what a model of float32 can tell apart at 1 kW and what
 * any meter sees: a smaller spread would be noise blown up to 0..100.
 */
final class WattsRule implements PowerRule {
  private static final double TIE_WATTS = 0.001;

  @Override
  public Demand demand(Pod pod) {
    double cores = Demand.requestFirst(pod.cpu());
    return new Demand(cores, cores);
  }

  @Override
  public double unmeasured(Arrivals arrivals, Arrivals.Question question) {
    return arrivals.cold(question, pod -> Demand.requestFirst(pod.cpu()));
  }

  @Override
  public double normalised(Range range, double celsius) {
    return Math.max(0, Math.min(1, range.at(celsius)));
  }

  @Override
  public PowerPoint asked(PowerPoint exact) {
    return exact;
  }

  @Override
  public double[] scores(double[] deltaWatts) {
    double least = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double delta : deltaWatts) {
      if (Double.isFinite(delta)) {
        least = Math.min(least, delta);
        highest = Math.max(highest, delta);
      }
    }
    double lowest = least;
    double spread = highest - least;
    return Arrays.stream(deltaWatts).map(delta -> score(delta, lowest, spread)).toArray();
  }

  private static double score(double delta, double least, double spread) {
    if (Double.isNaN(delta)) {
      return Double.NaN;
    }
    if (delta == OVER) {
      return Scale.WORST;
    }
    if (spread <= TIE_WATTS) {
      return Scale.NEUTRAL;
    }
    // The dearest node gets exactly 0 and the cheapest exactly 100: x / x is 1.
    return Scale.BEST * (1 - (delta - least) / spread);
  }
}
