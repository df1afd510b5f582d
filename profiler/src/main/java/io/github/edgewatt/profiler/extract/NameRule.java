package io.github.edgewatt.profiler.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which metrics of a server are extracted: those whose whole name matches one expression and not
 * the other.
 *
 * @param include of names that are taken
 * @param exclude of names among them that are left out
 */
public record NameRule(String include, String exclude) {
  private static final String ALL = ".*";
  private static final String NONE = "";

  /** As published, of the cluster's server: all but what watches the watchers. */
  private static final NameRule FIRST = new NameRule(ALL, "(prometheus|grafana|alertmanager)_.*");

  /** As published, of the server beside Kafka, and the pipeline's own figures. */
  private static final NameRule FURTHER = new NameRule("(kafka|yolo)_.*", NONE);

  public NameRule {
    compile("--include", include);
    compile("--exclude", exclude);
  }

  /**
   * The rule of a server.
   *
   * @param index 0 for the first
   * @param include in place of the server's own where it is not null
   * @param exclude in place of the server's own where it is not null
   */
  public static NameRule ofServer(int index, String include, String exclude) {
    NameRule own = index == 0 ? FIRST : FURTHER;
    return new NameRule(
        include == null ? own.include : include, exclude == null ? own.exclude : exclude);
  }

  /** The names that are taken, sorted. */
  public List<String> choose(List<String> names) {
    Pattern in = Pattern.compile(include);
    Pattern out = Pattern.compile(exclude);
    return names.stream()
        .filter(name -> in.matcher(name).matches() && !out.matcher(name).matches())
        .distinct()
        .sorted()
        .toList();
  }

  private static void compile(String option, String expression) {
    try {
      Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s '%s' is no regular expression: %s".formatted(option, expression, e.getDescription()),
          e);
    }
  }
}
