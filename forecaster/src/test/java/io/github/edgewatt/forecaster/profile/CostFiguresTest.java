package io.github.edgewatt.forecaster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostFiguresTest {
  private static final Verdict SPOILT =
      new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("saturated"));
  private static final Verdict INVALID = new Verdict(Verdict.Kind.INVALID, List.of("pause"));

  private static CostFigures of(SoloRow... rows) {
    List<MeasurementRow> list = new ArrayList<>();
    for (SoloRow row : rows) {
      list.add(row.row());
    }
    return CostFigures.all(list).get(0);
  }

  @Test
  void aConstantCostPerRequestIsFoundExactly() {
    CostFigures figures =
        of(
            SoloRow.at(20, 5).microwatts(400),
            SoloRow.at(40, 10).microwatts(800),
            SoloRow.at(80, 20).microwatts(1600));
    assertThat(figures.cpuMillisPerRequest().mean()).isCloseTo(2.5, within(1e-12));
    assertThat(figures.joulesPerRequest().mean()).isCloseTo(2e-5, within(1e-15));
    assertThat(figures.cpuMillisPerRequest().count()).as("rates up to half of 80").isEqualTo(2);
  }

  @Test
  void costsAreOfAnsweredRequests() {
    assertThat(of(SoloRow.at(20, 5).success(0.5)).cpuMillisPerRequest().mean()).isEqualTo(5);
  }

  @Test
  void oneRowIsEnoughAndHasNoInterval() {
    CostFigures figures = of(SoloRow.at(50, 10).ram(3e6));
    assertThat(figures.cpuMillisPerRequest().mean()).isEqualTo(2);
    assertThat(figures.cpuMillisPerRequest().halfWidth()).isNaN();
    assertThat(figures.joulesPerRequest().isPresent()).as("no meter").isFalse();
    assertThat(figures.memory().floorBytes()).isEqualTo(3e6);
    assertThat(figures.memory().bytesPerRate()).isNaN();
    assertThat(figures.points()).hasSize(1);
    assertThat(figures.points().get(0).latencyP99Millis()).isNaN();
    assertThat(figures.points().get(0).meanLatencyMillis()).isEqualTo(3);
  }

  @Test
  void ofOneRateTheIntervalIsThatOfTheMean() {
    List<Double> costs = List.of(2.0, 2.2, 2.7);
    MeanInterval slope = SlopeThroughOrigin.of(Map.of(40, costs));
    MeanInterval mean = MeanInterval.of(costs);
    assertThat(slope.mean()).isCloseTo(mean.mean(), within(1e-12));
    assertThat(slope.halfWidth()).isCloseTo(mean.halfWidth(), within(1e-12));
    assertThat(slope.count()).isEqualTo(3);
  }

  @Test
  void aCostThatChangesWithTheRateIsNoNoise() {
    MeanInterval slope =
        SlopeThroughOrigin.of(Map.of(20, List.of(5.0, 5.0), 40, List.of(2.0, 2.0)));
    assertThat(slope.mean()).isCloseTo((5 * 400 + 2 * 1600) / 2000.0, within(1e-12));
    assertThat(slope.halfWidth()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nineteenOfTwentyIntervalsHoldTheTruth(long seed) {
    Random random = new Random(seed);
    int held = 0;
    for (int trial = 0; trial < 2000; trial++) {
      TreeMap<Integer, List<Double>> costs = new TreeMap<>();
      for (int rate : new int[] {10, 25, 50}) {
        List<Double> repeats = new ArrayList<>();
        for (int i = 0; i < 1 + rate / 20; i++) {
          repeats.add(3 + 0.2 * random.nextGaussian());
        }
        costs.put(rate, repeats);
      }
      MeanInterval slope = SlopeThroughOrigin.of(costs);
      held += Math.abs(slope.mean() - 3) <= slope.halfWidth() ? 1 : 0;
    }
    assertThat(held / 2000.0).isBetween(0.93, 0.97);
  }

  @Test
  void saturationSpoilsNeitherCostsNorMemory() {
    CostFigures figures =
        of(
            SoloRow.at(10, 5).ram(2e6),
            SoloRow.at(20, 10).ram(4e6),
            SoloRow.at(40, 90).ram(50e6).success(0.2).overload(),
            SoloRow.at(60, 95).ram(1e6).success(0.1).overload());
    assertThat(figures.cpuMillisPerRequest().mean()).isEqualTo(5);
    assertThat(figures.memory().floorBytes()).isEqualTo(2e6);
    assertThat(figures.memory().bytesPerRate()).isCloseTo(2e5, within(1e-6));
    assertThat(figures.knee().highestSafeRate()).isEqualTo(20);
    assertThat(figures.knee().lowestOverloadedRate()).hasValue(40);
    assertThat(figures.points()).hasSize(4);
    assertThat(figures.points().get(3).overloadedShare()).isEqualTo(1);
  }

  @Test
  void alwaysOverloadedMeansNoCosts() {
    CostFigures figures = of(SoloRow.at(10, 100).overload(), SoloRow.at(20, 100).overload());
    assertThat(figures.cpuMillisPerRequest().isPresent()).isFalse();
    assertThat(figures.memory().floorBytes()).isNaN();
    assertThat(figures.knee().highestSafeRate()).isZero();
  }

  @Test
  void usesWhatWasCountedAndTheVerdicts() {
    SoloRow row = SoloRow.at(50, 10);
    List<MeasurementRow> rows =
        List.of(row.row(Verdict.valid(), 2000), row.row(SPOILT, 4000), row.row(INVALID, 1e9));
    CostFigures figures = CostFigures.all(rows).get(0);
    assertThat(figures.cpuMillisPerRequest().mean()).as("counted, of the valid one").isEqualTo(2);
    RatePoint point = figures.points().get(0);
    assertThat(point.repeats()).isEqualTo(2);
    assertThat(point.latencyP99Millis()).isEqualTo(3000);
    assertThat(point.latencyP50Millis()).isEqualTo(1500);
  }

  @Test
  void invalidRowsAloneAreNoFunction() {
    assertThat(CostFigures.all(List.of(SoloRow.at(5, 1).row(INVALID, 1)))).isEmpty();
  }
}
