package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.model.IntervalScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalFitTest {
  private static double[][] errors(Random random, int count) {
    double[][] errors = new double[2][count];
    for (int i = 0; i < count; i++) {
      errors[1][i] = 300 * random.nextDouble();
      errors[0][i] = (2 + .1 * errors[1][i]) * random.nextGaussian();
    }
    return errors;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nineOfTenMeasurementsLieBetweenTheBounds(long seed) {
    Random random = new Random(seed);
    double[][] known = errors(random, 3_000);
    IntervalScale scale =
        IntervalFit.fit(known[0], known[1], Collections.nCopies(known[0].length, "one"));
    double[][] fresh = errors(random, 3_000);
    int inside = 0;
    for (int i = 0; i < fresh[0].length; i++) {
      inside += scale.around(0, fresh[1][i]).covers(fresh[1][i] + fresh[0][i]) ? 1 : 0;
    }
    assertThat(inside / 3_000.0).isBetween(.88, .92);
  }

  @Test
  void groupsCountTheSameWhateverTheirSize() {
    double[] residuals = new double[1_010];
    double[] increases = new double[1_010];
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < residuals.length; i++) {
      boolean small = i >= 1_000;
      residuals[i] = (small ? 50 : 1) * (i % 2 == 0 ? 1 : -1);
      increases[i] = 100;
      groups.add(small ? "small" : "large");
    }
    IntervalScale scale = IntervalFit.fit(residuals, increases, groups);
    assertThat(scale.around(0, 100).covers(149)).isTrue();
  }

  @Test
  void exactForecastsHaveNarrowBounds() {
    IntervalScale scale =
        IntervalFit.fit(new double[3], new double[] {1, 2, 3}, List.of("a", "a", "b"));
    assertThat(scale.around(5, 2).width()).isLessThan(1e-6);
    assertThat(scale.floor()).isPositive();
  }
}
