package io.github.edgewatt.scoring.score.fpga;

import io.github.edgewatt.cluster.Node;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * What a node's annotations say, read once for each of their texts.
 *
 * @param node the version of the node they were read from
 * @param state null where there is none or it cannot be read
 * @param updatedAt null where the node does not tell
 * @param why why they cannot be used; empty where they can or there are none
 */
record FpgaFacts(Node node, FpgaState state, Instant updatedAt, String why) {
  private static final int MOST_WORDS = 120;

  /** Those of {@code node}; {@code known} is what was read of it before, or null. */
  static FpgaFacts of(Node node, FpgaFacts known) {
    if (known != null
        && known.same(node, FpgaKeys.STATE)
        && known.same(node, FpgaKeys.UPDATED_AT)) {
      return new FpgaFacts(node, known.state, known.updatedAt, known.why);
    }
    String text = node.annotations().get(FpgaKeys.STATE);
    if (text == null) {
      return new FpgaFacts(node, null, null, "");
    }
    FpgaState state = known != null && known.same(node, FpgaKeys.STATE) ? known.state : null;
    try {
      state = state == null ? FpgaStateReader.read(text) : state;
    } catch (IOException e) {
      return new FpgaFacts(node, null, null, "FPGA state cannot be read: " + line(e));
    }
    String written = node.annotations().get(FpgaKeys.UPDATED_AT);
    try {
      Instant at = written == null ? null : OffsetDateTime.parse(written).toInstant();
      return new FpgaFacts(node, state, at, "");
    } catch (DateTimeParseException e) {
      return new FpgaFacts(node, state, null, FpgaKeys.UPDATED_AT + " is no time");
    }
  }

  private boolean same(Node other, String key) {
    return Objects.equals(node.annotations().get(key), other.annotations().get(key));
  }

  private static String line(IOException e) {
    String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
  }
}
