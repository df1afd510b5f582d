package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyShareTest {

  @Test
  void splitsWhatLiesAboveIdleByCpu() {
    // 200 J over 10 s at 8 W idle: 120 J to share, by 1 : 2 : 3 s of CPU.
    Map<String, Double> shares = EnergyShare.split(200, 8, 10, Map.of("a", 1.0, "b", 2.0), 3);
    assertThat(shares).containsEntry("a", 20.0).containsEntry("b", 40.0);
    assertThat(EnergyShare.perRequest(40, 80)).isEqualTo(0.5);
    assertThat(EnergyShare.perRequest(40, 0)).isNaN();
  }

  @Test
  void nothingAboveIdleAndNothingAtWorkAreNothing() {
    assertThat(EnergyShare.split(70, 8, 10, Map.of("a", 1.0), 0)).containsEntry("a", 0.0);
    assertThat(EnergyShare.split(90, 8, 10, Map.of("a", 0.0), 0)).containsEntry("a", 0.0);
    assertThat(EnergyShare.split(90, 8, 10, Map.of(), 0)).isEmpty();
  }

  @Test
  void absenceStaysAbsence() {
    assertThat(EnergyShare.split(Double.NaN, 8, 10, Map.of("a", 1.0), 0).get("a")).isNaN();
    assertThat(EnergyShare.split(90, Double.NaN, 10, Map.of("a", 1.0), 0).get("a")).isNaN();
    assertThat(EnergyShare.split(90, 8, 10, Map.of("a", Double.NaN), 1).get("a")).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void sharesAddUpToWhatThereIsToShare(long seed) {
    Random random = new Random(seed);
    Map<String, Double> cpu = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      cpu.put("f" + i, random.nextDouble() * 40);
    }
    double node = 500 + random.nextDouble() * 1000;
    double sum =
        EnergyShare.split(node, 12, 20, cpu, 0).values().stream().mapToDouble(j -> j).sum();
    assertThat(sum).isCloseTo(node - 240, within(1e-9 * node));
  }
}
