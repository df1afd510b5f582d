package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in a stack file, put in before it is read as YAML: <code>${NAME}</code> (empty when
 * unset) and <code>${NAME:-default}</code> (also when empty), <code>${NAME-default}</code> (only
 * when unset), with {@code =} for {@code -} the same. Two dollar signs leave one and no variable.
 */
final class Substitution {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-=])([^}]*))?\\}|\\$\\{");

  private Substitution() {}

  static String apply(String where, String text, Map<String, String> environment)
      throws PlatformException {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String value;
      if (matcher.group().equals("$${")) {
        value = "${";
      } else if (matcher.group(1) == null) {
        long line = text.substring(0, matcher.start()).lines().count();
        throw new PlatformException(
            "%s, line %d: only ${NAME} and ${NAME:-default} are understood"
                .formatted(where, Math.max(1, line)));
      } else {
        value = value(matcher, environment);
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(result).toString();
  }

  private static String value(Matcher matcher, Map<String, String> environment) {
    String set = environment.get(matcher.group(1));
    String operator = matcher.group(2);
    boolean missing =
        set == null || (set.isEmpty() && operator != null && operator.startsWith(":"));
    if (!missing) {
      return set;
    }
    return operator == null ? "" : matcher.group(3);
  }
}
