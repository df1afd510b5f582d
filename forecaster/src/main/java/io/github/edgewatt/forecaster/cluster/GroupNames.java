package io.github.edgewatt.forecaster.cluster;

import java.util.List;
import java.util.stream.IntStream;

/** The groups' names by demand, and the names' keys in a group list. */
public final class GroupNames {
  /** What the DFaaS agent and upstream's models append to a name. */
  public static final String KEY_SUFFIX = "_USAGE";

  private GroupNames() {}

  /**
   * The names of {@code k} groups, from the least demand to the most: LOW and HIGH; LOW, MEDIUM and
   * HIGH; with VERY_HIGH; LEVEL_1 to LEVEL_k beyond four.
   */
  public static List<String> rising(int k) {
    return switch (k) {
      case 2 -> List.of("LOW", "HIGH");
      case 3 -> List.of("LOW", "MEDIUM", "HIGH");
      case 4 -> List.of("LOW", "MEDIUM", "HIGH", "VERY_HIGH");
      default -> IntStream.rangeClosed(1, k).mapToObj(level -> "LEVEL_" + level).toList();
    };
  }

  /** The key of a group called {@code name}: {@code HIGH_USAGE}. */
  public static String key(String name) {
    return name + KEY_SUFFIX;
  }
}
