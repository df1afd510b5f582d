package io.github.edgewatt.profiler.measure.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A selector with placeholders: {@code name{label="{{function}}"}}. Values are escaped for the
 * string they stand in, and for the regular expression where the label is matched by one.
 */
final class QueryTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
  private static final Pattern QUOTED =
      Pattern.compile("(=~|!~|=|!=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String META = "\\.+*?()|[]{}^$";

  private final String text;

  private QueryTemplate(String text) {
    this.text = text;
  }

  /**
   * Checks a template.
   *
   * @param allowed placeholders that may stand in it
   * @throws IllegalArgumentException with what is wrong with it, without saying where it stands
   */
  static QueryTemplate of(String text, Set<String> allowed) {
    List<Integer> quoted = new ArrayList<>();
    Matcher strings = QUOTED.matcher(text);
    while (strings.find()) {
      Matcher inside = PLACEHOLDER.matcher(strings.group(2));
      while (inside.find()) {
        quoted.add(strings.start(2) + inside.start());
      }
    }
    Matcher all = PLACEHOLDER.matcher(text);
    while (all.find()) {
      if (!allowed.contains(all.group(1))) {
        throw new IllegalArgumentException(
            "unknown placeholder " + all.group() + "; known here: " + names(allowed));
      }
      if (!quoted.contains(all.start())) {
        throw new IllegalArgumentException(
            all.group() + " must stand inside the quotes of a label's value");
      }
    }
    String left = PLACEHOLDER.matcher(text).replaceAll("");
    if (left.contains("{{") || left.contains("}}")) {
      throw new IllegalArgumentException("a placeholder is written like {{function}}");
    }
    if (QUOTED.matcher(left).replaceAll("").matches("(?s).*[\\[\\]()].*")) {
      throw new IllegalArgumentException("must be a selector, without functions or ranges");
    }
    return new QueryTemplate(text);
  }

  private static String names(Set<String> allowed) {
    return String.join(" ", allowed.stream().sorted().map(name -> "{{" + name + "}}").toList());
  }

  /** The metric's name, or the whole template where it does not begin with one. */
  String metric() {
    int brace = text.indexOf('{');
    return brace > 0 ? text.substring(0, brace).strip() : text;
  }

  String fill(Map<String, String> values) {
    Matcher strings = QUOTED.matcher(text);
    return strings.replaceAll(
        match -> {
          boolean regex = match.group(1).endsWith("~");
          String value =
              PLACEHOLDER
                  .matcher(match.group(2))
                  .replaceAll(
                      name ->
                          Matcher.quoteReplacement(
                              escaped(values.getOrDefault(name.group(1), ""), regex)));
          return Matcher.quoteReplacement(match.group(1) + "\"" + value + "\"");
        });
  }

  /**
   * A selector of whatever the placeholders may stand for. In a longer string one of them keeps its
   * value: {@code /NAMESPACE/.+} finds functions, {@code /.+/.+} would find any cgroup.
   */
  String fillAny(String kept, String value) {
    return QUOTED
        .matcher(text)
        .replaceAll(
            match -> {
              String string = match.group(2);
              String replaced = match.group();
              if (PLACEHOLDER.matcher(string).matches()) {
                replaced = "=~\".+\"";
              } else if (PLACEHOLDER.matcher(string).find()) {
                String known = string.replace("{{" + kept + "}}", escaped(value, true));
                replaced = "=~\"" + PLACEHOLDER.matcher(known).replaceAll(".+") + "\"";
              }
              return Matcher.quoteReplacement(replaced);
            });
  }

  /** A value as it stands between double quotes of PromQL. */
  static String escaped(String value, boolean regex) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (regex && META.indexOf(c) >= 0) {
        plain.append('\\');
      }
      plain.append(c);
    }
    return plain.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text;
  }
}
