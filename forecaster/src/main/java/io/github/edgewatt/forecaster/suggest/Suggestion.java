package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;

/**
 * A configuration worth measuring.
 *
 * @param configuration what to ask
 * @param expected what is expected of it
 * @param cpuGain share of the CPU forecasts' summed variance that its measurement would take away
 * @param overloadGain the same of the overload forecasts
 */
public record Suggestion(
    Configuration configuration, Outlook.Expected expected, double cpuGain, double overloadGain) {

  /** Why it was chosen, one phrase. */
  public String why() {
    double p = expected.overload();
    if (p >= 0.2 && p <= 0.8) {
      return overloadGain > cpuGain ? "on the frontier, unlike others" : "on the frontier";
    }
    if (overloadGain > cpuGain) {
      return p < 0.5 ? "bounds the frontier from below" : "bounds the frontier from above";
    }
    return "CPU least certain here";
  }
}
