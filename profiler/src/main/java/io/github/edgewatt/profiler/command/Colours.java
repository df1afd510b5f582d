package io.github.edgewatt.profiler.command;

/**
 * Colour for meaning only: green valid, yellow warned, red failed.
 *
 * @param on whether colour is welcome
 */
record Colours(boolean on) {
  String good(String text) {
    return paint(32, text);
  }

  String warn(String text) {
    return paint(33, text);
  }

  String bad(String text) {
    return paint(31, text);
  }

  private String paint(int colour, String text) {
    return on ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
