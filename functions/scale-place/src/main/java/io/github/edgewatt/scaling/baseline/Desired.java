package io.github.edgewatt.scaling.baseline;

/**
 * How many replicas a baseline wants, as the horizontal pod autoscaler counts them.
 *
 * @param metric what was measured, NaN where nothing was
 * @param ratio measured to target, after what is missing was taken in; NaN where nothing was
 * @param replicas how many, before any cap
 */
public record Desired(double metric, double ratio, int replicas) {
  /** So many that a cap decides; more than that no ratio asks for. */
  private static final int MOST = 1_000_000;

  /**
   * By CPU use.
   *
   * <p>{@code ratio = mean / target}; within the tolerance nothing changes. Else replicas whose use
   * is not known and pending ones are counted with 0 % on the way up, those whose use is not known
   * with 100 % on the way down, and the ratio is taken again over all of them; where it turns its
   * direction, or comes within the tolerance, nothing changes. {@code ceil(counted x ratio)}.
   *
   * @param sum of the CPU use that is known, in percent of a core
   * @param known of how many replicas
   * @param missing how many serve whose use is not known
   * @param pending how many are pending
   * @param target percent of a core, more than 0
   * @param tolerance 0 or more
   */
  public static Desired byCpu(
      double sum, int known, int missing, int pending, double target, double tolerance) {
    int have = known + missing + pending;
    if (known == 0) {
      return new Desired(Double.NaN, Double.NaN, have);
    }
    double mean = sum / known;
    double ratio = mean / target;
    if (Math.abs(ratio - 1) < tolerance || ratio == 1) {
      return new Desired(mean, ratio, have);
    }
    boolean up = ratio > 1;
    int counted = up ? have : known + missing;
    double again = (sum + (up ? 0 : 100.0 * missing)) / counted / target;
    boolean turned = up ? again < 1 : again > 1;
    if (turned || Math.abs(again - 1) < tolerance) {
      return new Desired(mean, again, have);
    }
    int wanted = ceil(counted * again);
    return new Desired(mean, again, up ? Math.max(wanted, have) : Math.min(wanted, have));
  }

  /**
   * By a percentile of times: {@code ceil(running x percentile / target)}.
   *
   * @param millis the percentile; NaN where there are no times, which changes nothing
   * @param pending replicas that are on their way and will serve too
   */
  public static Desired byTime(
      double millis, int running, int pending, double target, double tolerance) {
    int have = running + pending;
    double ratio = millis / target;
    if (!(Math.abs(ratio - 1) >= tolerance) || ratio == 1) {
      return new Desired(millis, ratio, have);
    }
    int wanted = ceil(running * ratio);
    return new Desired(millis, ratio, ratio > 1 ? Math.max(wanted, have) : Math.min(wanted, have));
  }

  /** Half of them, rounded up: what becomes of a zone where nobody asked. */
  public static Desired half(int running, int pending) {
    return new Desired(Double.NaN, Double.NaN, Math.min(running + pending, (running + 1) / 2));
  }

  private static int ceil(double value) {
    // 2 x 1.5 must not become 4 because a mean came out a hair above.
    return (int) Math.min(MOST, Math.ceil(value - 1e-9));
  }
}
