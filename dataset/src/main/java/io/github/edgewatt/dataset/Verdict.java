package io.github.edgewatt.dataset;

import java.util.List;

/**
 * Whether a row may be used, and why not where it may not.
 *
 * @param kind what the row serves for
 * @param reasons why the kind is not {@link Kind#VALID}, or warnings beside a valid row; short
 *     phrases without {@code ;}
 */
public record Verdict(Kind kind, List<String> reasons) {
  public Verdict {
    reasons = List.copyOf(reasons);
    if (kind != Kind.VALID && reasons.isEmpty()) {
      throw new IllegalArgumentException("a verdict of " + kind + " needs a reason");
    }
  }

  /** The uses of a row. */
  public enum Kind {
    /** Serves for everything. */
    VALID("valid"),
    /**
     * The node's saturation spoilt the figures: serves as an overload label, not for regression.
     */
    OVERLOAD_ONLY("overload-only"),
    /** The generator or a meter failed: serves for nothing, kept for the record. */
    INVALID("invalid");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word that stands in files. */
    public String text() {
      return text;
    }

    /** The kind whose word is {@code text}; an {@link IllegalArgumentException} for any other. */
    public static Kind parse(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("unknown verdict '" + text + "'");
    }
  }

  /** A row without fault. */
  public static Verdict valid() {
    return new Verdict(Kind.VALID, List.of());
  }

  public boolean isValid() {
    return kind == Kind.VALID;
  }
}
