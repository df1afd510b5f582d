package io.github.edgewatt.forecaster.plot;

/** Checks that arrays about the same things are equally long. */
final class Lengths {
  private Lengths() {}

  static void same(String name, int length, String other, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " holds " + length + " figures, " + other + " " + expected);
    }
  }

  static void sameOrNone(String name, int length, String other, int expected) {
    if (length != 0) {
      same(name, length, other, expected);
    }
  }
}
