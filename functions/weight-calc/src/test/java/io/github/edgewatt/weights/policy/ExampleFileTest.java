package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example that the documents draw and give to the command line. */
class ExampleFileTest {
  @Test
  void itsWeightsAreTheDocuments() {
    SnapshotIndex index =
        SnapshotIndex.of(SnapshotJson.read(Path.of("../../docs/examples/two-zones.json")));
    WeightRound round =
        Policies.of(PolicySettings.of("logistic"))
            .weigh(index, EnergyPerRequest.UNKNOWN, WeightMemory.NONE);

    assertThat(round.problems()).isEmpty();
    assertThat(round.weights()).hasSize(2);
    assertThat(round.weights().get(0).weights()).containsExactly(49, 74, 70);
    assertThat(round.weights().get(0).addresses())
        .containsExactly("10.0.1.1:8080", "10.0.1.2:8080", "10.0.2.9:8080");
  }
}
