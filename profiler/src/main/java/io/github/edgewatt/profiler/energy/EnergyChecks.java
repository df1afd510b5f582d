package io.github.edgewatt.profiler.energy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with a meter's figures, as rules of numbers. Each answers with one line, or
 * with nothing where all is well.
 */
public final class EnergyChecks {

  /**
   * Processes may add up to this much above their node: their figures are of other instants than
   * the node's.
   */
  static final double PROCESS_TOLERANCE = 0.10;

  /** A window of which more than this had to be filled has no figure. */
  static final double MOST_FILLED = 0.30;

  private EnergyChecks() {}

  /**
   * A note where the meter's own figures add up to more than {@code 1.1 x} the node's. An exporter
   * that multiplies the node's power with each process's CPU share cannot rightly give more than
   * the node; it does when shares and power are of different intervals, or containers are counted
   * twice.
   *
   * @param nodeJoules the node; NaN passes
   * @param ownJoules every process or container the meter names
   */
  public static Optional<String> moreThanTheNode(double nodeJoules, double ownJoules) {
    return ownJoules > nodeJoules * (1 + PROCESS_TOLERANCE)
        ? Optional.of(
            text(
                "the meter's processes add up to %.0f J, its node to %.0f J: its own figures are"
                    + " too high",
                ownJoules, nodeJoules))
        : Optional.empty();
  }

  /**
   * A problem where a counter did not move, or stood at 0. No load is asked for: a node that runs
   * takes energy, so there is no window in which either is right. 0 is what an exporter shows
   * without a sensor: a virtual machine to which none is passed, or Scaphandre after some restarts.
   *
   * @param counter samples of the window and around it
   * @param hint what this meter does when it stands still; may be empty
   */
  public static Optional<String> stuck(EnergyCounter counter, String hint) {
    if (counter.zero()) {
      return Optional.of("the meter stands at 0: it has no sensor");
    }
    return counter.unmoved()
        ? Optional.of("the meter stands still" + (hint.isEmpty() ? "" : ": " + hint))
        : Optional.empty();
  }

  /** A problem where a power gauge is 0 throughout; see {@link #stuck}. */
  public static Optional<String> noPower(double[] watts) {
    boolean some = false;
    for (double value : watts) {
      if (value > 0) {
        return Optional.empty();
      }
      some |= value == 0;
    }
    return some ? Optional.of("the meter shows 0 W: it has no sensor") : Optional.empty();
  }

  /**
   * A note where a counter fell within the window, by a wrap or a restart, and the loss was filled
   * with the power of the rest.
   */
  public static Optional<String> filled(List<EnergyCounter> counters) {
    double share = 0;
    int falls = 0;
    for (EnergyCounter counter : counters) {
      share = Math.max(share, counter.filledShare());
      falls += counter.falls();
    }
    return falls > 0
        ? Optional.of(
            text(
                "the meter's counter wrapped or was restarted (%d×): %.0f %% of the window are"
                    + " filled with the power of the rest",
                falls, 100 * share))
        : Optional.empty();
  }

  /** A problem where more than 30 % of the window would have to be filled so. */
  public static Optional<String> tooMuchFilled(List<EnergyCounter> counters) {
    for (EnergyCounter counter : counters) {
      if (counter.falls() > 0 && !(counter.filledShare() <= MOST_FILLED)) {
        return Optional.of(
            "the meter's counter wrapped or was restarted, and too little of the window is left to"
                + " tell its power: scrape it more often");
      }
    }
    return Optional.empty();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
