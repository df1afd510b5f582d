package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericsTest {
  @Test
  void componentsAreThoseOfAKnownCovariance() {
    // Along (1, 1) the variance is 4·(2²+1²)/3 … along (1, −1) nearly none.
    double[][] rows = {{-2, -2}, {-1, -1}, {1, 1}, {2, 2}, {.1, -.1}, {-.1, .1}};
    Pca pca = Pca.fit(rows, .95);
    assertThat(pca.explained()[0]).isCloseTo(20 / 20.04, within(1e-12));
    assertThat(pca.components()).hasNumberOfRows(1);
    assertThat(pca.components()[0][0]).isCloseTo(Math.sqrt(.5), within(1e-12));
    assertThat(pca.project(new double[] {3, 3})[0]).isCloseTo(3 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void allComponentsKeepDistances() {
    Random random = new Random(7);
    double[][] rows = new double[5][40];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextGaussian();
      }
    }
    Pca pca = Pca.fit(rows, 1);
    assertThat(Arrays.stream(pca.explained()).sum()).isCloseTo(1, within(1e-12));
    for (double[] a : rows) {
      for (double[] b : rows) {
        assertThat(Points.distance(pca.project(a), pca.project(b)))
            .isCloseTo(Points.distance(a, b), within(1e-9));
      }
    }
  }

  @Test
  void rowsAlikeLeaveNoComponent() {
    Pca pca = Pca.fit(new double[][] {{1, 2}, {1, 2}, {1, 2}}, .95);
    assertThat(pca.components()).isEmpty();
    assertThat(pca.project(new double[] {5, 5})).isEmpty();
  }

  @Test
  void silhouetteFollowsItsDefinition() {
    double[][] points = {{0}, {1}, {10}};
    Partition partition = Partition.of(points, new int[] {0, 0, 1});
    // (10−1)/10, (9−1)/9, and 0 for the one alone.
    assertThat(Silhouette.of(points, partition)).isCloseTo((.9 + 8 / 9.0) / 3, within(1e-12));
    double[][] alike = {{3}, {3}, {3}};
    assertThat(Silhouette.of(alike, Partition.of(alike, new int[] {0, 0, 1}))).isZero();
  }

  @Test
  void kMeansFindsPlantedGroupsWithoutScalingAxes() {
    // On axes scaled to their range, the second would decide; unscaled, the first does.
    double[][] points = {{0, 0}, {1, .9}, {100, .1}, {101, 1}, {0, 1}, {100, 0}};
    Partition partition = new KMeans(3, 10).split(points, 2).orElseThrow();
    assertThat(partition.labels()).containsExactly(0, 0, 1, 1, 0, 1);
    assertThat(partition.members(1)).containsExactlyInAnyOrder(2, 3, 5);
    assertThat(partition.withinSum(points)).isLessThan(6);
  }

  @Test
  void kMeansCannotSplitMoreThanDiffers() {
    double[][] points = {{1}, {1}, {2}};
    assertThat(new KMeans(1, 3).split(points, 3)).isEmpty();
    assertThat(new KMeans(1, 3).split(points, 2)).isPresent();
    assertThat(new KMeans(1, 3).split(new double[][] {{}, {}}, 1)).isEmpty();
  }

  @Test
  void theStableSplitWithTheHighestSilhouetteIsChosen() {
    SplitFigures shaky = new SplitFigures(2, 1, .9, .4);
    SplitFigures good = new SplitFigures(3, 1, .7, .8);
    SplitFigures worse = new SplitFigures(4, 1, .6, 1);
    assertThat(GroupCount.choose(List.of(shaky, good, worse), 9).k()).isEqualTo(3);
    GroupCount lost = GroupCount.choose(List.of(shaky, new SplitFigures(3, 1, .2, .5)), 9);
    assertThat(lost.k()).isEqualTo(2);
    assertThat(lost.why())
        .isEqualTo(
            "highest silhouette, though no split is stable (silhouette 0.900, stability 0.40)");
  }
}
