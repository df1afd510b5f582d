package io.github.edgewatt.scoring.score.spread;

import io.github.edgewatt.cluster.Node;
import java.util.List;

/** What replicas are kept apart by. */
enum Level {
  REGION("region", "topology.kubernetes.io/region"),
  ZONE("zone", "topology.kubernetes.io/zone"),
  NODE("node", "");

  private final String word;
  private final String label;

  Level(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** Regions where there are two of them, else zones where there are two, else nodes. */
  static Level of(List<Node> nodes) {
    if (REGION.several(nodes)) {
      return REGION;
    }
    return ZONE.several(nodes) ? ZONE : NODE;
  }

  /** The node's region, zone or name; nodes without the label share the area "". */
  String area(Node node) {
    return this == NODE ? node.name() : node.labels().getOrDefault(label, "");
  }

  /** Names an area, as {@code zone b}. */
  String named(String area) {
    return area.isEmpty() ? "no " + word : word + " " + area;
  }

  private boolean several(List<Node> nodes) {
    return nodes.stream().map(this::area).filter(one -> !one.isEmpty()).distinct().limit(2).count()
        == 2;
  }
}
