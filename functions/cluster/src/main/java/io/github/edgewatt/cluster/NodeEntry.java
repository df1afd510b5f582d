package io.github.edgewatt.cluster;

import java.util.List;
import java.util.Optional;

/**
 * A node and what is on it, at one instant.
 *
 * @param node the node
 * @param pods pods bound to it that have not ended
 * @param usage what it used when last measured
 */
public record NodeEntry(Node node, List<Pod> pods, Optional<Usage> usage) {
  public NodeEntry {
    pods = List.copyOf(pods);
  }
}
