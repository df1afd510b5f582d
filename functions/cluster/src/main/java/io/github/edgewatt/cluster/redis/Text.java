package io.github.edgewatt.cluster.redis;

/** Texts of others in our messages: short, and on one line. */
final class Text {
  private static final int MOST_SHOWN = 60;

  private Text() {}

  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return "'" + (line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…") + "'";
  }
}
