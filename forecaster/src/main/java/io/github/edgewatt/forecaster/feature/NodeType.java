package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.NodeTypes;
import java.util.Optional;

/**
 * A kind of node.
 *
 * @param name {@code LIGHT}, {@code MID}, {@code HEAVY}, or {@code NODE<cores>}
 * @param cores CPU cores, 1 or more
 */
public record NodeType(String name, int cores) implements Comparable<NodeType> {
  private static final int MOST_CORES = 4096;

  public NodeType {
    if (cores < 1) {
      throw new IllegalArgumentException("a node type needs at least one core, not " + cores);
    }
  }

  /** The type of a node with {@code cores} cores. */
  public static NodeType ofCores(int cores) {
    return new NodeType(NodeTypes.ofCores(cores), cores);
  }

  /** The type called {@code name}; empty where the name does not tell the cores. */
  public static Optional<NodeType> named(String name) {
    for (int cores : new int[] {2, 4, 6}) {
      if (NodeTypes.ofCores(cores).equals(name)) {
        return Optional.of(ofCores(cores));
      }
    }
    if (name.matches("NODE[1-9]\\d{0,3}")) {
      int cores = Integer.parseInt(name.substring(4));
      if (cores <= MOST_CORES && NodeTypes.ofCores(cores).equals(name)) {
        return Optional.of(ofCores(cores));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(NodeType other) {
    int byCores = Integer.compare(cores, other.cores);
    return byCores != 0 ? byCores : name.compareTo(other.name);
  }
}
