package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.model.Forecast;
import java.util.Locale;

/**
 * How far one function's rate may rise while the others keep theirs.
 *
 * @param function the function
 * @param others the others' rates
 * @param risk the highest probability of overload that counts as safe, between 0 and 1
 * @param bound what ended the search
 * @param rate the highest safe rate in requests per second; NaN where there is none or none is
 *     known
 * @param measuredUpTo the function's highest measured rate, requests per second
 * @param at the forecast at {@code rate}; of the others alone where there is no rate
 */
public record SafeRate(
    String function,
    Rates others,
    double risk,
    Bound bound,
    double rate,
    double measuredUpTo,
    Forecast at) {

  /** What ends a search. */
  public enum Bound {
    /** Above the rate, the probability of overload is higher than the risk. */
    RISK,
    /** All that was measured is safe. */
    MEASURED,
    /** All up to the asked limit is safe. */
    MAX,
    /** The others alone are not safe. */
    NONE,
    /** The model knows of no overload. */
    UNKNOWN;

    /** The word that stands in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The rate and how sure it is: {@code 140/s at 5 % risk}. */
  public String text() {
    String at = Figures.plain(rate) + "/s at " + Figures.risk(risk) + " risk";
    return switch (bound) {
      case RISK -> rate > measuredUpTo ? at + ", extrapolated: " + measured() : at;
      case MEASURED -> "> " + at + ": beyond what was measured";
      case MAX ->
          rate > measuredUpTo
              ? "> " + at + " (--max), extrapolated: " + measured()
              : "> " + at + " (--max)";
      case NONE -> "none at " + Figures.risk(risk) + " risk: " + alone() + " overload";
      case UNKNOWN -> "unknown: this model knows of no overload";
    };
  }

  /** {@code highest safe figlet rate with env=20}. */
  public String question() {
    String with = others.byFunction().isEmpty() ? " alone" : " with " + others;
    return "highest safe " + function + " rate" + with;
  }

  private String measured() {
    return "measured up to " + Figures.plain(measuredUpTo) + "/s";
  }

  private String alone() {
    return others + " alone has a " + Figures.percent(at.overload()) + " chance of";
  }
}
