package io.github.edgewatt.scoring.power;

/**
 * An answer.
 *
 * @param watts NaN where there is none
 * @param origin who said so
 * @param why why it is none or not the model's own; empty else
 */
public record Watts(double watts, Origin origin, String why) {
  /** Who said so. */
  public enum Origin {
    /** The model, asked now or lately. */
    MODEL,
    /** The straight line, as the model did not answer. */
    FALLBACK,
    /** Nobody. */
    NONE
  }
}
