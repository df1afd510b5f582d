package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which kind of node each row is of: the input {@code node_type} where given, else the caller's
 * choice for all, else the only one there is.
 *
 * @param <T> what stands for a kind of node
 */
final class NodeChoice<T> {
  static final String INPUT = "node_type";

  private final TreeMap<String, T> byName = new TreeMap<>();

  NodeChoice(Map<String, T> nodes) {
    nodes.forEach((name, node) -> byName.put(name.toUpperCase(Locale.ROOT), node));
  }

  /** One for each of {@code rows}. */
  List<T> of(Servable.Question question, int rows) {
    List<T> chosen = new ArrayList<>(rows);
    Tensor told = question.inputs().get(INPUT);
    for (int i = 0; i < rows; i++) {
      if (told != null) {
        chosen.add(named(told.texts().get(told.texts().size() == 1 ? 0 : i)));
      } else if (i == 0) {
        chosen.add(question.nodeType().isEmpty() ? only() : named(question.nodeType()));
      } else {
        chosen.add(chosen.get(0));
      }
    }
    return chosen;
  }

  private T only() {
    if (byName.size() == 1) {
      return byName.firstEntry().getValue();
    }
    throw Refused.bad(
        "the model knows several kinds of nodes: say which as input node_type, one of " + names());
  }

  private T named(String name) {
    T node = byName.get(name.toUpperCase(Locale.ROOT));
    if (node == null) {
      throw Refused.bad("no node type '" + name + "': the model knows " + names());
    }
    return node;
  }

  private String names() {
    return String.join(", ", byName.keySet());
  }
}
