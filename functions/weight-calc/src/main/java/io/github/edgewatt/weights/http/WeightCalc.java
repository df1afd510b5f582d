package io.github.edgewatt.weights.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.weights.decision.Decider;
import io.github.edgewatt.weights.decision.DecisionJson;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * The function as Funqy's bindings know it: a snapshot in, weights out, nothing written. Over HTTP
 * it is a route of ours, as Funqy's own answers every mistake with 500.
 */
@Singleton
public class WeightCalc {
  /** The function's name. */
  static final String NAME = "weightCalc";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Decider decider;

  @Inject
  WeightCalc(Decider decider) {
    this.decider = decider;
  }

  /** The weights of a snapshot, both as their JSON has them. */
  @Funq(NAME)
  public Map<String, Object> weightCalc(Map<String, Object> snapshot) throws IOException {
    return JSON.convertValue(
        answer(JSON.writeValueAsBytes(snapshot)), new TypeReference<Map<String, Object>>() {});
  }

  /**
   * The weights of a snapshot.
   *
   * @throws IllegalArgumentException one line where {@code body} is none
   */
  ObjectNode answer(byte[] body) throws IOException {
    Snapshot snapshot = SnapshotJson.read(new ByteArrayInputStream(body));
    return DecisionJson.of(decider.decide(snapshot, WeightMemory.NONE));
  }
}
