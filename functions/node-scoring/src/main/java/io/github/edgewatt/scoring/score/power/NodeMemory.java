package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.scoring.score.base.Memo;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Remembers what follows from a node's labels and pods until they change. */
final class NodeMemory {
  private static final int SPARE = 64;

  private final Function<Node, NodeSource> sources;
  private final Duration warmUp;
  private final Memo<NodeFacts> memo;

  NodeMemory(ClusterView cluster, Function<Node, NodeSource> sources, Duration warmUp) {
    this.sources = sources;
    this.warmUp = warmUp;
    this.memo = new Memo<>(() -> cluster.nodes().size() + SPARE);
  }

  NodeFacts of(NodeEntry entry, Instant now) {
    Node node = entry.node();
    NodeFacts known = memo.get(node.name());
    if (known == null) {
      Arrivals arrivals = Arrivals.of(entry.pods(), null, now.toEpochMilli(), warmUp);
      return keep(new NodeFacts(node, Ranges.of(node.labels()), sources.apply(node), arrivals));
    }
    boolean sameNode = Memo.same(known.node(), node);
    boolean samePods = known.arrivals().areOf(entry.pods());
    // Where nobody knew the watts it is asked again: a model may have been loaded meanwhile.
    boolean sameSource = sameNode && known.source().source().isPresent();
    if (samePods && sameSource) {
      return known;
    }
    return keep(
        new NodeFacts(
            node,
            sameNode ? known.ranges() : Ranges.of(node.labels()),
            sameSource ? known.source() : sources.apply(node),
            samePods
                ? known.arrivals()
                : Arrivals.of(entry.pods(), known.arrivals(), now.toEpochMilli(), warmUp)));
  }

  private NodeFacts keep(NodeFacts facts) {
    memo.put(facts.node().name(), facts);
    return facts;
  }
}
