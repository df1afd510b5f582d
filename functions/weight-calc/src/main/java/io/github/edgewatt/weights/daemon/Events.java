package io.github.edgewatt.weights.daemon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.steering.events.EventTime;
import io.github.edgewatt.weights.etcd.WeightValue;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.time.Instant;

/** Events as upstream publishes them, though only where weights changed. */
final class Events {
  static final String WEIGHT_UPDATE = "weight_update";

  private Events() {}

  /** {@code {"ts", "fn", "zone", "weights": {"ips", "weights"}}}; {@code ts} in seconds. */
  static ObjectNode weightUpdate(Instant at, ZoneWeights weights) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ts", EventTime.seconds(at));
    json.put("fn", weights.function());
    json.put("zone", weights.zone());
    json.set("weights", WeightValue.json(weights));
    return json;
  }
}
