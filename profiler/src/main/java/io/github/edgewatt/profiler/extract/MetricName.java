package io.github.edgewatt.profiler.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A metric's name as an expression and as the name of a folder. */
public final class MetricName {
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  /** Plain names that PromQL reads as numbers. */
  private static final Set<String> NUMBERS = Set.of("inf", "nan");

  /** What stands beside the metrics' folders in a snapshot. */
  private static final Set<String> TAKEN = Set.of("parquet");

  private static final int MOST_BYTES = 200;

  private MetricName() {}

  /** The bare name; a selector where the name would be read as something else. */
  public static String expression(String metric) {
    if (PLAIN.matcher(metric).matches() && !NUMBERS.contains(metric.toLowerCase(Locale.ROOT))) {
      return metric;
    }
    String quoted = metric.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "{__name__=\"" + quoted + "\"}";
  }

  /**
   * The name itself where it is plain; else its odd bytes as {@code %2F}, shortened with a number
   * of its own where no file system would hold it.
   */
  public static String folder(String metric) {
    StringBuilder name = new StringBuilder();
    for (byte one : metric.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean safe =
          (letter < 128 && (Character.isLetterOrDigit(letter) || "_:-".indexOf(letter) >= 0))
              || (letter == '.' && !name.isEmpty());
      name.append(safe ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
    }
    if (TAKEN.contains(metric)) {
      name.replace(0, 1, "%%%02X".formatted((int) metric.charAt(0)));
    }
    return name.length() <= MOST_BYTES
        ? name.toString()
        : name.substring(0, MOST_BYTES) + "%%%08x".formatted(metric.hashCode());
  }
}
