package io.github.edgewatt.forecaster.feature;

/**
 * What was not used, and why.
 *
 * @param count how many rows, lines or files
 * @param reason a phrase: {@code rows with an invalid verdict}
 */
public record LeftOut(int count, String reason) {
  @Override
  public String toString() {
    return count + " " + reason;
  }
}
