package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandledTest {
  private final List<String> told = new ArrayList<>();
  private final Handled<Node> handled =
      new Handled<>(
          new Feed<>(
              node -> told.add(node.getMetadata().getName()),
              node -> told.remove(node.getMetadata().getName())),
          node -> node.getMetadata().getName());

  private static Node node(String name) {
    return new NodeBuilder().withNewMetadata().withName(name).endMetadata().build();
  }

  @Test
  void isNotAllWhileStoredObjectsWaitToBeTold() {
    assertThat(handled.all(List.of("a", "b"))).isFalse();
    handled.onAdd(node("a"));
    assertThat(handled.all(List.of("a", "b"))).isFalse();
    handled.onUpdate(node("a"), node("a"));
    handled.onAdd(node("gone"));
    handled.onDelete(node("gone"), false);
    assertThat(handled.all(List.of("a", "b"))).as("as many, not the same").isFalse();
    handled.onAdd(node("b"));
    assertThat(handled.all(List.of("a", "b"))).isTrue();
    handled.onDelete(node("a"), false);
    assertThat(handled.all(List.of("a", "c"))).as("once is enough").isTrue();
    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void ofNothingAllIsTold() {
    assertThat(handled.all(List.of())).isTrue();
  }
}
