package io.github.edgewatt.forecaster.plot;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for figures that are good as ids and as files, each once. */
final class Names {
  private static final int MOST_CHARACTERS = 60;

  private final Set<String> taken = new HashSet<>();

  /** {@code kind} and {@code words} in small letters, digits and hyphens. */
  String of(String kind, String... words) {
    String text = kind + "-" + String.join("-", words);
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    plain = plain.substring(0, Math.min(MOST_CHARACTERS, plain.length())).replaceAll("-+$", "");
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + "-" + i;
    }
    return name;
  }
}
