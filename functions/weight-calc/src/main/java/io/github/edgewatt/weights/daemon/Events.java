package io.github.edgewatt.weights.daemon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.weights.etcd.WeightValue;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Events as upstream publishes them, though only where weights changed. */
final class Events {
  static final String WEIGHT_UPDATE = "weight_update";
  private static final int MICRO_DIGITS = 6;
  private static final int NANO_DIGITS = 9;

  private Events() {}

  /** {@code {"ts", "fn", "zone", "weights": {"ips", "weights"}}}; {@code ts} in seconds. */
  static ObjectNode weightUpdate(Instant at, ZoneWeights weights) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(
        "ts",
        BigDecimal.valueOf(at.getEpochSecond())
            .add(BigDecimal.valueOf(at.getNano(), NANO_DIGITS))
            .setScale(MICRO_DIGITS, RoundingMode.DOWN));
    json.put("fn", weights.function());
    json.put("zone", weights.zone());
    json.set("weights", WeightValue.json(weights));
    return json;
  }
}
