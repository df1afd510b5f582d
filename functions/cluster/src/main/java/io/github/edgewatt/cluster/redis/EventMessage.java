package io.github.edgewatt.cluster.redis;

import java.time.Instant;

/**
 * An event {@code "<time> <name> [<value>]"}.
 *
 * @param at when
 * @param name which
 * @param value what of it; empty where there is none
 */
record EventMessage(Instant at, String name, String value) {
  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static EventMessage parse(String message) {
    String[] words = message.split(" ", 3);
    if (words.length < 2 || words[1].isBlank()) {
      throw new IllegalArgumentException("no event: " + Text.shown(message));
    }
    return new EventMessage(
        EpochTime.decimal(words[0]), words[1], words.length > 2 ? words[2].strip() : "");
  }
}
