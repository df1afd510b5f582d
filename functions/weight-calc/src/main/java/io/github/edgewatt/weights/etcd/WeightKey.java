package io.github.edgewatt.weights.etcd;

import java.util.Optional;

/**
 * Where a zone's gateway looks for a function's weights: {@code golb/function/<zone>/<fn>}.
 *
 * @param zone the zone
 * @param function the function, dashes written as underscores
 */
record WeightKey(String zone, String function) {
  /** What all of them begin with. */
  static final String PREFIX = "golb/function/";

  /** Whether the names fit into a key: not empty, and without a slash. */
  boolean usable() {
    return usable(zone) && usable(function);
  }

  private static boolean usable(String name) {
    return !name.isEmpty() && name.indexOf('/') < 0;
  }

  /** The key as a text. */
  String text() {
    return PREFIX + zone + '/' + function;
  }

  /** The key that {@code text} is; empty where it is none of this form. */
  static Optional<WeightKey> of(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] names = text.substring(PREFIX.length()).split("/", -1);
    return names.length == 2
        ? Optional.of(new WeightKey(names[0], names[1])).filter(WeightKey::usable)
        : Optional.empty();
  }
}
