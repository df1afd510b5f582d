package io.github.edgewatt.forecaster.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowIdentityTest {
  @Test
  void knowsRowsThatItMet() {
    RowIdentity identity = new RowIdentity();
    assertThat(identity.isNew(row("f", 10, 5, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("f", 10, 5, 7), "MID")).isFalse();
  }

  @Test
  void anyOtherFigureMakesAnotherRow() {
    RowIdentity identity = new RowIdentity();
    assertThat(identity.isNew(row("f", 10, 5, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("g", 10, 5, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("f", 11, 5, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("f", 10, 5.001, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("f", 10, 7, 5), "MID")).as("figures swapped").isTrue();
    assertThat(identity.isNew(row("f", 10, Double.NaN, 7), "MID")).isTrue();
    assertThat(identity.isNew(row("f", 10, 5, 7), "LIGHT")).isTrue();
  }

  @Test
  void takesNoNeighboursForOne() {
    RowIdentity identity = new RowIdentity();
    for (int rate = 0; rate < 100; rate++) {
      for (int cpu = 0; cpu < 1000; cpu++) {
        assertThat(identity.isNew(row("f", rate, cpu / 1000.0, 7), "MID")).isTrue();
      }
    }
  }

  private static MeasurementRow row(String function, int rate, double cpu, double nodeCpu) {
    double nan = Double.NaN;
    return new MeasurementRow(
        "m",
        MeasurementRow.Kind.MIX,
        1,
        Instant.EPOCH,
        List.of(new FunctionRow(function, rate, 1, cpu, 1, nan, 1, false, 3, null)),
        new NodeRow(1, nodeCpu, 1, 2, 3, 4, nan, nan, 0, false, null),
        Verdict.valid());
  }
}
