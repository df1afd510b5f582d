package io.github.edgewatt.scaling.funqy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.json.OutcomeJson;
import io.github.edgewatt.scaling.json.Question;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.function.Function;

/**
 * Decides without doing anything.
 *
 * @param policy decides
 * @param energy what requests cost in a snapshot
 * @param mostReadings how many measurements are answered at most
 */
public record Decider(
    ScalingPolicy policy, Function<SnapshotIndex, EnergyPerRequest> energy, int mostReadings) {

  /** The decisions as JSON. */
  public ObjectNode decide(Question question) {
    SnapshotIndex index = SnapshotIndex.of(question.snapshot());
    return OutcomeJson.of(
        policy.name(), policy.decide(index, energy.apply(index), question.memory()), mostReadings);
  }
}
