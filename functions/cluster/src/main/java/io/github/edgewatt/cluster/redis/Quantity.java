package io.github.edgewatt.cluster.redis;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' quantities as text ({@code 100m}, {@code 64Mi}, {@code 2e3}) in their base unit. */
final class Quantity {
  private static final int MOST_CHARACTERS = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2}|[numkMGTPE]|[KMGTPE]i)?");
  private static final Map<String, Double> FACTORS =
      Map.ofEntries(
          Map.entry("n", 1e-9),
          Map.entry("u", 1e-6),
          Map.entry("m", 1e-3),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9),
          Map.entry("T", 1e12),
          Map.entry("P", 1e15),
          Map.entry("E", 1e18),
          Map.entry("Ki", 0x1p10),
          Map.entry("Mi", 0x1p20),
          Map.entry("Gi", 0x1p30),
          Map.entry("Ti", 0x1p40),
          Map.entry("Pi", 0x1p50),
          Map.entry("Ei", 0x1p60));

  private Quantity() {}

  /**
   * A quantity, in however many quotation marks.
   *
   * @throws IllegalArgumentException one line where it is none, or negative
   */
  static double parse(String text) {
    String bare =
        text.length() > MOST_CHARACTERS ? "" : text.replace("\"", "").replace("\\", "").strip();
    Matcher parts = FORM.matcher(bare);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no quantity: " + Text.shown(text));
    }
    String suffix = parts.group(2) == null ? "" : parts.group(2);
    if (suffix.length() > 1 && !suffix.endsWith("i")) {
      return Double.parseDouble(parts.group(1) + suffix);
    }
    return Double.parseDouble(parts.group(1)) * FACTORS.getOrDefault(suffix, 1.0);
  }
}
