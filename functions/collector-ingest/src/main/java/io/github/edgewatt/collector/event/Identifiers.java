package io.github.edgewatt.collector.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts name a bitstream. What is written to a node must stay small and must be JSON, so an
 * identifier has a length and no control characters.
 */
public final class Identifiers {
  /** A label, by which a pod asks for a bitstream, holds 63 characters; paths are longer. */
  static final int MOST_BYTES = 256;

  /** How much room identifiers may take in one list, in bytes of JSON. */
  public static final int MOST_JSON_BYTES = 6 * 1024;

  /** {@code "":{},} around each. */
  private static final int AROUND = 6;

  private Identifiers() {}

  /** Whether {@code id} may name a bitstream. */
  public static boolean valid(String id) {
    if (id.isEmpty() || id.length() > MOST_BYTES) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == id.length()
            || !Character.isLowSurrogate(id.charAt(++i))) {
          return false;
        }
      }
    }
    return jsonBytes(id) - AROUND <= 2 * MOST_BYTES;
  }

  /** How many bytes {@code id} takes as a key of JSON in UTF-8, with what stands around it. */
  public static int jsonBytes(String id) {
    int bytes = AROUND;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c < 0x80) {
        bytes += c == '"' || c == '\\' ? 2 : 1;
      } else {
        // A surrogate is half of four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes;
  }

  /** The identifiers of a list separated by commas, each once; empty where one is none. */
  public static Optional<List<String>> list(String text) {
    Set<String> ids = new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
    // Regions without a bitstream leave empty entries.
    ids.remove("");
    return fits(ids) ? Optional.of(List.copyOf(ids)) : Optional.empty();
  }

  /** Whether all of {@code ids} are identifiers and there is room for them. */
  public static boolean fits(Collection<String> ids) {
    int bytes = 0;
    for (String id : ids) {
      if (!valid(id)) {
        return false;
      }
      bytes += jsonBytes(id);
    }
    return bytes <= MOST_JSON_BYTES;
  }
}
