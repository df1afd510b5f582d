package io.github.edgewatt.cluster.redis;

/**
 * A payload {@code "<time> <value>"}.
 *
 * @param time as it stands there, see {@link TelemdClocks}
 * @param value a finite number
 */
record TelemdSample(String time, double value) {
  private static final int MOST_CHARACTERS = 128;

  /**
   * Reads a payload.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static TelemdSample parse(String payload) {
    String[] words = payload.length() > MOST_CHARACTERS ? new String[0] : payload.split(" ", 3);
    if (words.length != 2) {
      throw none(payload);
    }
    double value;
    try {
      value = Double.parseDouble(words[1]);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(none(payload).getMessage(), e);
    }
    if (!Double.isFinite(value)) {
      throw none(payload);
    }
    return new TelemdSample(words[0], value);
  }

  private static IllegalArgumentException none(String payload) {
    return new IllegalArgumentException("no sample of telemd: " + Text.shown(payload));
  }
}
