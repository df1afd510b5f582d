package io.github.edgewatt.forecaster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressorTest {
  @Test
  void aForestAveragesItsTrees() {
    // x0 < 5 ? 1 : (x1 < 2 ? 2 : 3), and a lone leaf of 10
    Forest forest =
        new Forest(
            new int[] {0, 5},
            new byte[] {0, -1, 1, -1, -1, -1},
            new double[] {5, 1, 2, 2, 3, 10},
            new int[] {2, 0, 4, 0, 0, 0});
    assertThat(forest.at(new double[] {4, 9})).isEqualTo(5.5);
    assertThat(forest.at(new double[] {5, 1})).isEqualTo(6);
    assertThat(forest.at(new double[] {5, 2})).isEqualTo(6.5);
    assertThat(forest.trees()).isEqualTo(2);
    assertThat(forest.nodes()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1001})
  void manyRowsGiveExactlyWhatOneByOneGives(int size) {
    Forest forest = new RandomModels(size).forest(20, 101, 6);
    Linear linear = new Linear(0.1, new double[] {1, 2, 3, 4, 5, 6});
    Blend blend = new Blend(List.of(forest, linear, forest));
    Random random = new Random(size);
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = random.doubles(6, -200, 200).toArray();
    }
    for (Regressor regressor : List.of(forest, linear, blend)) {
      double[] all = regressor.all(rows);
      for (int i = 0; i < size; i++) {
        assertThat(all[i]).isEqualTo(regressor.at(rows[i]));
      }
    }
  }

  @Test
  void refusesForestsThatCannotBeWalked() {
    double[] value = {1, 2, 3};
    byte[] split = {0, -1, -1};
    assertThatThrownBy(() -> new Forest(new int[0], split, value, new int[] {2, 0, 0}))
        .hasMessageContaining("at least one tree");
    assertThatThrownBy(() -> new Forest(new int[] {0}, split, value, new int[] {3, 0, 0}))
        .hasMessageContaining("node 0");
    assertThatThrownBy(() -> new Forest(new int[] {3}, split, value, new int[] {2, 0, 0}))
        .hasMessageContaining("no node 3");
    assertThatThrownBy(() -> new Forest(new int[] {0}, split, value, new int[] {2}))
        .hasMessageContaining("differ in length");
  }
}
