package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.ClusterState;
import org.junit.jupiter.api.Test;

class FeedTest {
  private final ClusterState state = new ClusterState();
  private final Feed<Node> feed =
      new Feed<>(
          node -> state.put(Conversions.node(node)),
          node -> state.removeNode(node.getMetadata().getName()));

  @Test
  void newChangedAndGoneObjectsReachTheState() {
    feed.onAdd(node("a", "4"));
    assertThat(state.node("a").orElseThrow().node().cores()).isEqualTo(4);
    feed.onUpdate(node("a", "4"), node("a", "8"));
    assertThat(state.node("a").orElseThrow().node().cores()).isEqualTo(8);
    feed.onDelete(node("a", "8"), true);
    assertThat(state.nodes()).isEmpty();
  }

  @Test
  void oneThatCannotBeReadStaysAsItWasAndTheNextGoOn() {
    feed.onAdd(node("a", "4"));
    feed.onUpdate(node("a", "4"), node("a", "lots"));
    feed.onAdd(new Node());
    feed.onDelete(new Node(), false);
    feed.onAdd(node("b", "2"));
    assertThat(state.node("a").orElseThrow().node().cores()).isEqualTo(4);
    assertThat(state.node("b").orElseThrow().node().cores()).isEqualTo(2);
  }

  private static Node node(String name, String cores) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewStatus()
        .addToCapacity("cpu", new Quantity(cores))
        .endStatus()
        .build();
  }
}
