package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerPoint;
import java.util.Arrays;

/**
 * {@link PowerMode#WAO_V2}: what waok8s' MinimizePower decides.
 *
 * <pre>{@code
 * before = use + share x sum of requests (else limits) of bound pods that do not run yet
 * after  = before + request (else limit)
 * w      = trunc(max(0, watts after - watts before))
 * score  = 0 where anything is missing; 1 where after > capacity
 *        = 20 if hi == lo; else 100 - trunc(80 (w - lo) / (hi - lo))
 * }</pre>
 */
final class WaoV2Rule implements PowerRule {
  private static final double ERROR = 0;
  private static final double OVER_SCORE = 1;
  private static final long BEST = 100;
  private static final long WORST = 20;

  private final double pendingShare;

  WaoV2Rule(double pendingShare) {
    this.pendingShare = pendingShare;
  }

  @Override
  public Demand demand(Pod pod) {
    double cores = requestElseLimit(pod);
    return new Demand(cores, cores);
  }

  @Override
  public double unmeasured(Arrivals arrivals, Arrivals.Question question) {
    return pendingShare * arrivals.pending(question, WaoV2Rule::requestElseLimit);
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
    long[] known =
        Arrays.stream(deltaWatts).filter(Double::isFinite).mapToLong(WaoV2Rule::whole).toArray();
    long least = Arrays.stream(known).min().orElse(0);
    long highest = Arrays.stream(known).max().orElse(0);
    return Arrays.stream(deltaWatts).map(delta -> score(delta, least, highest)).toArray();
  }

  private static double score(double delta, long least, long highest) {
    if (delta == OVER) {
      return OVER_SCORE;
    }
    if (Double.isNaN(delta)) {
      return ERROR;
    }
    return highest == least
        ? WORST
        : BEST - (BEST - WORST) * (whole(delta) - least) / (highest - least);
  }

  private static long whole(double watts) {
    return (long) Math.max(0, watts);
  }

  private static double requestElseLimit(Pod pod) {
    CpuDemand cpu = pod.cpu();
    return cpu.requested() > 0 ? cpu.requested() : cpu.limit();
  }
}
