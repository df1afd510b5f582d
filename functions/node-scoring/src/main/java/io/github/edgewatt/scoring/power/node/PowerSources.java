package io.github.edgewatt.scoring.power.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.scoring.power.PowerSource;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Who knows nodes' watts. Annotations go before labels of the same key.
 *
 * <ul>
 *   <li>{@code tensorflow/host}, {@code port}, {@code name} (all three needed), {@code version},
 *       {@code signature}: the server, as WAO-Scheduler reads them. A version that is no integer is
 *       passed over with a warning.
 *   <li>{@code edgewatt.io/power-source}: {@code tensorflow-grpc} (the default with any {@code
 *       tensorflow/*}), {@code tensorflow-rest}, {@code open-inference}, {@code model} (the default
 *       where one is loaded for {@code edgewatt.io/node-type}) or {@code line}.
 *   <li>{@code edgewatt.io/power-features}: what a server's model is asked, in order; {@code
 *       cpu,ambient,cpu1,cpu2} unless told.
 *   <li>{@code edgewatt.io/power-input}: the input tensor of the Open Inference Protocol; {@code
 *       inputs} unless told.
 *   <li>{@code edgewatt.io/idle-watts}, {@code edgewatt.io/full-watts}: the straight line.
 * </ul>
 *
 * Remembers its answers for as long as a node's labels and annotations stay the same objects, and
 * gives equal sources as one object. Safe to share between threads.
 */
public final class PowerSources {
  private static final Logger LOG = Logger.getLogger(PowerSources.class);
  private static final int MOST_NODES = 20_000;

  private record Known(
      Map<String, String> labels, Map<String, String> annotations, SourceChoice choice) {
    boolean isOf(Node node) {
      return labels == node.labels() && annotations == node.annotations();
    }
  }

  private final Set<String> nodeTypes;
  private final Cache<String, Known> byNode = Caffeine.newBuilder().maximumSize(MOST_NODES).build();
  private final Cache<PowerSource, PowerSource> same =
      Caffeine.newBuilder().maximumSize(MOST_NODES).build();

  /**
   * Sources of nodes, among them models of ours.
   *
   * @param nodeTypes those that a model is loaded for
   */
  public PowerSources(Set<String> nodeTypes) {
    this.nodeTypes = Set.copyOf(nodeTypes);
  }

  /** The node's source, or why it has none. */
  public SourceChoice of(Node node) {
    Known known = byNode.getIfPresent(node.name());
    if (known != null && known.isOf(node)) {
      return known.choice();
    }
    SourceChoice choice = new SourceReader(node, nodeTypes).read();
    SourceChoice shared =
        new SourceChoice(
            choice.source().map(source -> same.get(source, first -> first)),
            choice.why(),
            choice.warning());
    if (!shared.warning().isEmpty()) {
      LOG.warn(node.name() + ": " + shared.warning());
    }
    byNode.put(node.name(), new Known(node.labels(), node.annotations(), shared));
    return shared;
  }
}
