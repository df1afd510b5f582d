package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.weka.WekaSetup;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

class WekaForestTest {
  private static Samples samples(long seed, int size) {
    Random random = new Random(seed);
    double[][] x = new double[size][5];
    double[] y = new double[size];
    double[] w = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < 5; j++) {
        // Few values: ties, and leaves that some bootstrap never reaches.
        x[i][j] = j < 2 ? random.nextInt(4) : random.nextGaussian();
      }
      y[i] = x[i][0] * x[i][2] + random.nextGaussian();
      w[i] = .5 + random.nextDouble();
    }
    return new Samples(x, y, w);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void arraysAnswerExactlyAsWekaDoes(int seed) throws Exception {
    Samples samples = samples(seed, 300);
    Forest forest = WekaForest.grow(samples, new WekaForest.Options(15, 3, 2, seed));
    WekaSetup.ready();
    Instances instances = instances(samples);
    RandomForest weka = new RandomForest();
    weka.setNumIterations(15);
    weka.setNumFeatures(2);
    weka.setSeed(seed);
    ((RandomTree) weka.getClassifier()).setMinNum(3);
    weka.buildClassifier(instances);
    Samples asked = samples(seed + 100, 200);
    for (double[] row : asked.features()) {
      DenseInstance instance = new DenseInstance(1, java.util.Arrays.copyOf(row, 6));
      instance.setDataset(instances);
      assertThat(forest.at(row)).isEqualTo(weka.classifyInstance(instance));
    }
    assertThat(forest.trees()).isEqualTo(15);
  }

  private static Instances instances(Samples samples) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j <= 5; j++) {
      attributes.add(new Attribute("a" + j));
    }
    Instances instances = new Instances("samples", attributes, samples.size());
    instances.setClassIndex(5);
    double total = 0;
    for (double weight : samples.weights()) {
      total += weight;
    }
    double scale = samples.size() / total;
    for (int i = 0; i < samples.size(); i++) {
      double[] values = java.util.Arrays.copyOf(samples.features()[i], 6);
      values[5] = samples.targets()[i];
      instances.add(new DenseInstance(scale * samples.weights()[i], values));
    }
    return instances;
  }

  @Test
  void theSameSeedGrowsTheSameForest() {
    WekaForest.Options options = new WekaForest.Options(5, 3, 3, 9);
    Forest first = WekaForest.grow(samples(1, 100), options);
    Forest second = WekaForest.grow(samples(1, 100), options);
    assertThat(second.value()).isEqualTo(first.value());
    assertThat(second.feature()).isEqualTo(first.feature());
    Forest other = WekaForest.grow(samples(1, 100), new WekaForest.Options(5, 3, 3, 10));
    assertThat(other.value()).isNotEqualTo(first.value());
  }

  @Test
  void constantTargetsAreForecast() {
    Samples flat = new Samples(new double[][] {{1}, {2}}, new double[] {4, 4}, new double[] {1, 1});
    assertThat(WekaForest.grow(flat, new WekaForest.Options(3, 1, 1, 1)).at(new double[] {9}))
        .isEqualTo(4);
  }

  @Test
  void refusesMoreFeaturesThanArraysCanName() {
    Samples wide = new Samples(new double[][] {new double[200]}, new double[1], new double[] {1});
    assertThatThrownBy(() -> WekaForest.grow(wide, new WekaForest.Options(1, 1, 1, 1)))
        .hasMessageContaining("200 features");
  }
}
