package io.github.edgewatt.scoring.power.node;

import io.github.edgewatt.cluster.Node;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a node tells under a key: its annotation, else its label. The annotation wins, as labels are
 * set with the node and annotations are what is changed on it later; a list with commas fits into
 * an annotation only.
 */
record NodeText(Node node) {
  private static final int MOST_PORT = 65_535;
  private static final int MOST_SHOWN = 60;
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]{2,39}");

  Optional<String> of(String key) {
    String annotation = node.annotations().getOrDefault(key, "").strip();
    String text = annotation.isEmpty() ? node.labels().getOrDefault(key, "").strip() : annotation;
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  String required(String key) throws BadTextException {
    return of(key).orElseThrow(() -> new BadTextException("no label " + key));
  }

  String host(String key) throws BadTextException {
    String text = required(key);
    if (!HOST.matcher(text).matches()) {
      throw new BadTextException(key + ": " + shown(text) + " is no host");
    }
    return text;
  }

  int port(String key) throws BadTextException {
    String text = required(key);
    OptionalLong number = integer(text);
    if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > MOST_PORT) {
      throw new BadTextException(key + ": " + shown(text) + " is no port");
    }
    return (int) number.getAsLong();
  }

  /** Watts of 0 or more; NaN where the node tells none. */
  double watts(String key) throws BadTextException {
    Optional<String> text = of(key);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      double watts = Double.parseDouble(text.get());
      if (watts >= 0 && Double.isFinite(watts)) {
        return watts;
      }
    } catch (NumberFormatException e) {
      // told below, as for every other text that is no number of watts
    }
    throw new BadTextException(key + ": " + shown(text.get()) + " is no number of watts");
  }

  static OptionalLong integer(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** A text as it may stand in a line for the user. */
  static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return "'" + (clean.length() > MOST_SHOWN ? clean.substring(0, MOST_SHOWN) + "…" : clean) + "'";
  }
}
