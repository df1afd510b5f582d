package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerPoint;

/** What sets one {@link PowerMode} apart from another. Stateless. */
interface PowerRule {
  /** A delta that stands for a node whose CPU would not suffice. */
  double OVER = Double.POSITIVE_INFINITY;

  /** What the pod means for a node. */
  Demand demand(Pod pod);

  /** Cores that placed pods will use and that no measurement shows yet. */
  double unmeasured(Arrivals arrivals, Arrivals.Question question);

  /** A temperature between the labels' least (0) and highest (1). */
  double normalised(Range range, double celsius);

  /** The point as the model is asked about it. */
  PowerPoint asked(PowerPoint exact);

  /**
   * Scores, 0 to 100, in order; NaN is neutral.
   *
   * @param deltaWatts each node's increase; NaN where it is not known, {@link #OVER} where the pod
   *     does not fit
   */
  double[] scores(double[] deltaWatts);
}
