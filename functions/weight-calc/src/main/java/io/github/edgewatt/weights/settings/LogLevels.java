package io.github.edgewatt.weights.settings;

import io.github.edgewatt.cluster.settings.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How much is logged: {@code osmotic_lb_opt_logging} and {@code galileo_context_logging}. */
public final class LogLevels {
  private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
  private static final String OURS = "io.github.edgewatt";
  private static final String CLUSTER = OURS + ".cluster";

  private LogLevels() {}

  /**
   * The levels by the name of their loggers; DEBUG as published where nothing is said.
   *
   * @throws IllegalArgumentException one line that names the variable and what it may be
   */
  public static Map<String, String> of(Environment environment) {
    Map<String, String> levels = new TreeMap<>();
    levels.put(OURS, level(environment, "osmotic_lb_opt_logging"));
    levels.put(CLUSTER, level(environment, "galileo_context_logging"));
    return levels;
  }

  private static String level(Environment environment, String name) {
    return environment.choice(name, "debug", LEVELS).toUpperCase(Locale.ROOT);
  }
}
