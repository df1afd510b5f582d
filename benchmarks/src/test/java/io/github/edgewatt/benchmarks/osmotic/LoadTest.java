package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  @ParameterizedTest
  @CsvSource({"0, 10", "0.5, 15", "1, 20", "2, 40", "2.5, 25", "3, 10", "-0.5, 25", "7.25, 25"})
  void runsStraightBetweenTheHoursAndOverMidnight(double hours, double factor) {
    assertThat(new LoadCurve(10, 20, 40).at(hours)).isCloseTo(factor, within(1e-9));
  }

  @Test
  void isTheCommittedCurveOverADayWithNoiseOfMeanOne() throws Exception {
    Parameters parameters = Worlds.parameters();
    World world = new World(parameters, 30, 4);
    Load load = new Load(world, 15);
    double[] rates = new double[world.functions() * world.zones()];
    double asked = 0;
    double expected = 0;
    for (int step = 0; step < 5760; step++) {
      load.next(step * 15, rates);
      for (double rate : rates) {
        asked += rate / 5760;
      }
    }
    double mean = 0;
    for (double factor : parameters.load().hourlyFactors()) {
      mean += factor / 24;
    }
    assertThat(mean).isCloseTo(0.5005, within(1e-4));
    for (Parameters.Function function : parameters.functions()) {
      for (int z = 0; z < world.zones(); z++) {
        expected += function.peakPerSecond() * world.size(z) * mean;
      }
    }
    assertThat(asked / expected).isCloseTo(1, within(0.01));
  }

  @Test
  void isTheSameForTheSameSeedOnly() throws Exception {
    assertThat(third(5)).containsExactly(third(5));
    assertThat(third(6)).isNotEqualTo(third(5));
  }

  private static double[] third(long seed) throws Exception {
    World world = new World(Worlds.parameters(), 3, seed);
    Load load = new Load(world, 5);
    double[] rates = new double[world.functions() * world.zones()];
    for (int step = 0; step < 3; step++) {
      load.next(step * 5, rates);
    }
    return rates;
  }
}
