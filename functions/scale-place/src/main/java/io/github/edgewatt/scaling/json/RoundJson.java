package io.github.edgewatt.scaling.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Order;
import java.util.List;

/** What became of decisions, as JSON. */
public final class RoundJson {
  private RoundJson() {}

  /** One object for each order: what it was, and what was done or why not. */
  public static ArrayNode of(List<Applied> applied) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Applied one : applied) {
      ObjectNode node = array.addObject().put("done", one.done()).put("pod", one.pod());
      if (!one.deployment().isEmpty()) {
        node.put("deployment", one.deployment());
      }
      one.failure().ifPresent(why -> node.put("failure", why));
      if (one.order() instanceof Order.Create create) {
        node.set("creation", OutcomeJson.of(create.creation()));
      } else if (one.order() instanceof Order.Remove remove) {
        node.set("removal", OutcomeJson.of(remove.removal()));
      }
    }
    return array;
  }
}
