package io.github.edgewatt.profiler.energy;

import io.github.edgewatt.dataset.StudentT;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The attribution against what a function really adds: the node's power with it less the node's
 * power without it, all else the same. That difference needs no rule of sharing, so it tells how
 * far off the rule is.
 *
 * <pre>
 *   marginal   = mean(P_with) - mean(P_without)
 *   attributed = mean over "with" of (a_function + a_other) - mean over "without" of a_other
 *   a_x        = (P - mean(P_idle)) * cpu_x / (sum of cpu + other cpu)
 *   error      = attributed / marginal - 1
 * </pre>
 *
 * "Other" is the load generator where it runs on the node: it works because the function is called,
 * so its increase is part of both sides. With nothing else loaded and a generator elsewhere the
 * attribution is the whole increase and the error nothing by construction; it is a second function
 * that puts the rule to the test.
 *
 * <p>Half width of the marginal's 95 % interval: {@code t(0.975, df) sqrt(s1^2/n1 + s2^2/n2)} with
 * Welch's degrees of freedom (Welch, Biometrika 34, 1947); NaN with a single window on either side.
 * The marginal approach to checking an attribution of energy is that of Shapley's value for two
 * players (Dong, Lan, Zhong: Rethink energy accounting with cooperative game theory, MobiCom 2014).
 */
public final class EnergyVerification {
  private EnergyVerification() {}

  /**
   * One measured window.
   *
   * @param seconds its length
   * @param nodeJoules the meter's energy of the node
   * @param cpuSeconds CPU of each function
   * @param otherCpuSeconds CPU of the load generator on this node, else 0
   * @param meterJoules what the meter itself counts for each function; may be empty
   */
  public record PowerWindow(
      double seconds,
      double nodeJoules,
      Map<String, Double> cpuSeconds,
      double otherCpuSeconds,
      Map<String, Double> meterJoules) {
    public PowerWindow {
      cpuSeconds = Map.copyOf(cpuSeconds);
      meterJoules = Map.copyOf(meterJoules);
      if (!(seconds > 0)) {
        throw new IllegalArgumentException("a window of no length");
      }
    }

    double watts() {
      return nodeJoules / seconds;
    }
  }

  /**
   * What came out, in watts. NaN where a window had no energy.
   *
   * @param marginalWatts what the function adds to the node
   * @param marginalHalfWidthWatts half of its 95 % interval; NaN from single windows
   * @param attributedWatts what the attribution says it adds
   * @param meterWatts the meter's own figure; NaN without one
   */
  public record Result(
      String function,
      double marginalWatts,
      double marginalHalfWidthWatts,
      double attributedWatts,
      double meterWatts) {

    /** The attribution's error: 0.1 where it says 10 % too much; NaN where nothing was added. */
    public double attributionError() {
      return marginalWatts > 0 ? attributedWatts / marginalWatts - 1 : Double.NaN;
    }

    /** The error of the meter's own figure. */
    public double meterError() {
      return marginalWatts > 0 ? meterWatts / marginalWatts - 1 : Double.NaN;
    }

    /** Half of the 95 % interval of {@link #attributionError}, from the marginal's alone. */
    public double errorHalfWidth() {
      return marginalWatts > 0
          ? marginalHalfWidthWatts * attributedWatts / (marginalWatts * marginalWatts)
          : Double.NaN;
    }

    /** Whether the function adds more than the noise between windows. */
    public boolean significant() {
      return marginalWatts > marginalHalfWidthWatts;
    }

    /** One line for the screen. */
    public String line() {
      if (Double.isNaN(marginalWatts)) {
        return function + ": no energy in one of the windows";
      }
      String line =
          String.format(
              Locale.ROOT,
              "%s adds %.2f W (± %.2f); attributed %.2f W (%+.1f %%)",
              function,
              marginalWatts,
              marginalHalfWidthWatts,
              attributedWatts,
              100 * attributionError());
      return (Double.isNaN(meterWatts)
              ? line
              : line
                  + String.format(
                      Locale.ROOT, ", meter %.2f W (%+.1f %%)", meterWatts, 100 * meterError()))
          + (significant() ? "" : "; no more than noise");
    }
  }

  /**
   * Compares for one function.
   *
   * @param idle windows with everything deployed and nothing called
   * @param without windows with the other functions called, this one not; {@code idle} where it is
   *     alone
   * @param with windows with the others called the same, and this one too
   * @throws IllegalArgumentException without a window of each kind
   */
  public static Result verify(
      String function, List<PowerWindow> idle, List<PowerWindow> without, List<PowerWindow> with) {
    if (idle.isEmpty() || without.isEmpty() || with.isEmpty()) {
      throw new IllegalArgumentException("needs windows idle, without and with " + function);
    }
    double idleWatts = mean(watts(idle));
    List<Double> attributed = new ArrayList<>();
    List<Double> meter = new ArrayList<>();
    for (PowerWindow window : with) {
      attributed.add(attributed(function, window, idleWatts) + other(window, idleWatts));
      meter.add(window.meterJoules().getOrDefault(function, Double.NaN) / window.seconds());
    }
    List<Double> others = without.stream().map(window -> other(window, idleWatts)).toList();
    List<Double> before = watts(without);
    List<Double> after = watts(with);
    return new Result(
        function,
        mean(after) - mean(before),
        halfWidth(before, after),
        mean(attributed) - mean(others),
        mean(meter));
  }

  private static double attributed(String function, PowerWindow window, double idleWatts) {
    return EnergyShare.split(
                window.nodeJoules(),
                idleWatts,
                window.seconds(),
                window.cpuSeconds(),
                window.otherCpuSeconds())
            .getOrDefault(function, Double.NaN)
        / window.seconds();
  }

  /** What is left of the node's increase when every function has its share. */
  private static double other(PowerWindow window, double idleWatts) {
    double dynamic = Math.max(0, window.nodeJoules() - idleWatts * window.seconds());
    double all = window.otherCpuSeconds();
    for (double cpu : window.cpuSeconds().values()) {
      all += cpu;
    }
    return all == 0 ? 0 : dynamic * window.otherCpuSeconds() / all / window.seconds();
  }

  private static List<Double> watts(List<PowerWindow> windows) {
    return windows.stream().map(PowerWindow::watts).toList();
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /** {@code s^2 / n}, the squared standard error of a mean. */
  private static double squaredError(List<Double> values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.size() - 1) / values.size();
  }

  private static double halfWidth(List<Double> one, List<Double> other) {
    if (one.size() < 2 || other.size() < 2) {
      return Double.NaN;
    }
    double a = squaredError(one);
    double b = squaredError(other);
    double both = a + b;
    if (both == 0) {
      return 0;
    }
    double freedom = both * both / (a * a / (one.size() - 1) + b * b / (other.size() - 1));
    return StudentT.quantile975((int) Math.max(1, Math.floor(freedom))) * Math.sqrt(both);
  }
}
