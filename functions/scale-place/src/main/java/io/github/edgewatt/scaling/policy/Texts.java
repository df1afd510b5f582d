package io.github.edgewatt.scaling.policy;

/** Numbers for people. */
final class Texts {
  private Texts() {}

  /** To four places, as {@code 0.3125}. */
  static String number(double value) {
    return String.valueOf(Math.round(value * 1e4) / 1e4);
  }
}
