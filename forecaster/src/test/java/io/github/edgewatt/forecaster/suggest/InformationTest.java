package io.github.edgewatt.forecaster.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InformationTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theGainIsWhatTheVarianceFallsBy(long seed) {
    Random random = new Random(seed);
    List<double[]> wanted = vectors(random, 50);
    double[] weights = random.doubles(50).toArray();
    Information information = new Information(wanted, weights);
    information.know(vectors(random, 5), new double[] {1, .5, .1, .02, 1});
    for (int i = 0; i < 10; i++) {
      double[] next = vectors(random, 1).get(0);
      double before = variance(information, wanted, weights);
      double gain = information.gain(next, 0.3);
      information.know(next, 0.3);
      double after = variance(information, wanted, weights);
      assertThat(gain).isBetween(0.0, 1.0).isCloseTo(1 - after / before, within(1e-9));
    }
  }

  @Test
  void onesAtATimeOrTogetherIsTheSame() {
    Random random = new Random(7);
    List<double[]> wanted = vectors(random, 20);
    double[] weights = random.doubles(20).toArray();
    List<double[]> measured = vectors(random, 8);
    double[] worth = random.doubles(8).toArray();
    Information together = new Information(wanted, weights);
    together.know(measured, worth);
    Information single = new Information(wanted, weights);
    for (int i = 0; i < worth.length; i++) {
      single.know(measured.get(i), worth[i]);
    }
    for (double[] vector : wanted) {
      assertThat(single.variance(vector)).isCloseTo(together.variance(vector), within(1e-9));
    }
  }

  private static double variance(Information information, List<double[]> wanted, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * information.variance(wanted.get(i));
    }
    return sum;
  }

  private static List<double[]> vectors(Random random, int count) {
    List<double[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vectors.add(random.doubles(6, -2, 2).toArray());
    }
    return vectors;
  }
}
