package io.github.edgewatt.scoring.power.cache;

/**
 * A model's answer at one point of the grid.
 *
 * @param watts NaN where the answer was unusable
 * @param why why it was; empty else
 * @param atNanos when it came, by the ticker
 */
record Cell(double watts, String why, long atNanos) {
  /** An answer as the model gave it; only finite watts of 0 or more are usable. */
  static Cell of(double watts, long atNanos) {
    if (watts >= 0 && Double.isFinite(watts)) {
      return new Cell(watts, "", atNanos);
    }
    String said = Double.isFinite(watts) ? "less than 0 W" : "no number of watts";
    return new Cell(Double.NaN, "the model answered " + said, atNanos);
  }
}
