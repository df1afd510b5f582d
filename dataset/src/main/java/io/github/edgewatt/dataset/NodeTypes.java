package io.github.edgewatt.dataset;

/** Names of node types: upstream's three by their cores, others by number. */
public final class NodeTypes {
  private NodeTypes() {}

  /**
   * {@code LIGHT} for 2 cores, {@code MID} for 4, {@code HEAVY} for 6, else {@code NODE<cores>}.
   */
  public static String ofCores(int cores) {
    return switch (cores) {
      case 2 -> "LIGHT";
      case 4 -> "MID";
      case 6 -> "HEAVY";
      default -> "NODE" + cores;
    };
  }
}
