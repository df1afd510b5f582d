package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.model.Linear;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeFitTest {
  @Test
  void oneFeatureMatchesTheClosedForm() {
    double[][] x = {{1}, {2}, {4}, {5}};
    double[] y = {2, 3, 7, 8};
    double[] w = {1, 1, 1, 1};
    Linear fit = RidgeFit.fit(new Samples(x, y, w), .5);
    // Standardised: mean 3, variance 2.5; covariance 4: β = (4/√2.5) / (1 + .5) / √2.5 = 4/3.75.
    assertThat(fit.weights()[0]).isCloseTo(4 / 3.75, within(1e-12));
    assertThat(fit.intercept()).isCloseTo(5 - 3 * 4 / 3.75, within(1e-12));
  }

  @Test
  void aWeightOfTwoIsTheSampleTwice() {
    double[][] once = {{1, 0}, {2, 3}, {4, 1}};
    double[][] twice = {{1, 0}, {2, 3}, {4, 1}, {4, 1}};
    Linear weighted =
        RidgeFit.fit(new Samples(once, new double[] {1, 4, 6}, new double[] {1, 1, 2}), .1);
    Linear repeated =
        RidgeFit.fit(new Samples(twice, new double[] {1, 4, 6, 6}, new double[] {1, 1, 1, 1}), .1);
    assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
    assertThat(weighted.weights()).containsExactly(repeated.weights(), within(1e-9));
  }

  @Test
  void findsALineThroughManyFeatures() {
    Random random = new Random(3);
    double[][] x = new double[200][4];
    double[] y = new double[200];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 4; j++) {
        x[i][j] = random.nextGaussian() * Math.pow(10, j);
      }
      y[i] = 7 + 2 * x[i][0] - .3 * x[i][1] + .005 * x[i][3];
    }
    double[] w = new double[200];
    Arrays.fill(w, 1);
    Linear fit = RidgeFit.fit(new Samples(x, y, w), 1e-9);
    assertThat(fit.intercept()).isCloseTo(7, within(1e-5));
    assertThat(fit.weights()).containsExactly(new double[] {2, -.3, 0, .005}, within(1e-5));
  }

  @Test
  void constantColumnsCountNothing() {
    double[][] x = {{1, 5, 0}, {2, 5, 0}, {3, 5, 0}};
    Linear fit = RidgeFit.fit(new Samples(x, new double[] {1, 2, 3}, new double[] {1, 1, 1}), 1e-6);
    assertThat(fit.weights()[1]).isZero();
    assertThat(fit.weights()[2]).isZero();
    assertThat(fit.at(new double[] {2, 99, 99})).isCloseTo(2, within(1e-5));
  }

  @Test
  void nothingButConstantsIsTheMean() {
    double[][] x = {{1}, {1}};
    Linear fit = RidgeFit.fit(new Samples(x, new double[] {3, 5}, new double[] {1, 1}), 1e-3);
    assertThat(fit.at(new double[] {1})).isEqualTo(4);
  }
}
