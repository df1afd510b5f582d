package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerPoint;
import java.util.Arrays;

/**
 * {@link PowerMode#WAO_V1}: what kaz260/WAO-Scheduler (2021) decides.
 *
 * <pre>{@code
 * L, R  = limit and request of the first container
 * fits  : use + L <= capacity
 * after = use + (R if R != 0 else 0.85 L)
 * input = round(10 x) / 10 of CPU and temperatures
 * s     = trunc(watts after - watts before); -1 where anything is missing or does not fit
 * hi    = max(0, s); lo = min(s >= 0)
 * score = 0 if s < 0; 10 if hi == lo; else 100 - trunc(100 (s - lo) / (hi - lo))
 * }</pre>
 *
 * A decrease is thus scored like an error, and what cannot be judged gets 0, not a neutral score.
 */
final class WaoV1Rule implements PowerRule {
  private static final long ERROR = -1;
  private static final double TIE = 10;

  @Override
  public Demand demand(Pod pod) {
    CpuDemand first = pod.firstContainer();
    return new Demand(Demand.requestFirst(first), first.limit());
  }

  @Override
  public double unmeasured(Arrivals arrivals, Arrivals.Question question) {
    return arrivals.cold(question, pod -> Demand.limitFirst(pod.firstContainer()));
  }

  @Override
  public double normalised(Range range, double celsius) {
    return range.at(celsius);
  }

  @Override
  public PowerPoint asked(PowerPoint exact) {
    return new PowerPoint(
        tenths(exact.cpu()),
        exact.cores(),
        tenths(exact.ambient()),
        tenths(exact.cpu1()),
        tenths(exact.cpu2()),
        exact.ambientCelsius());
  }

  @Override
  public double[] scores(double[] deltaWatts) {
    long[] whole = Arrays.stream(deltaWatts).mapToLong(WaoV1Rule::whole).toArray();
    long highest = Math.max(0, Arrays.stream(whole).max().orElse(0));
    long least = Arrays.stream(whole).filter(watts -> watts >= 0).min().orElse(0);
    return Arrays.stream(whole).mapToDouble(watts -> score(watts, highest, least)).toArray();
  }

  private static double score(long watts, long highest, long least) {
    if (watts < 0) {
      return 0;
    }
    return highest == least ? TIE : 100 - 100 * (watts - least) / (highest - least);
  }

  private static long whole(double watts) {
    return Double.isFinite(watts) ? (long) watts : ERROR;
  }

  /** To one decimal, halves away from 0; NaN stays. */
  private static double tenths(double value) {
    return Math.copySign(Math.floor(Math.abs(value) * 10 + 0.5), value) / 10;
  }
}
