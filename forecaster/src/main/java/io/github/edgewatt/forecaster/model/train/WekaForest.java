package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.weka.WekaSetup;
import java.util.ArrayList;
import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Grows random regression forests with Weka and reads their trees into arrays. */
final class WekaForest {
  private WekaForest() {}

  /**
   * How to grow a forest.
   *
   * @param trees how many
   * @param leastInLeaf least total weight of a leaf
   * @param candidates features tried at each split
   * @param seed of the bootstrap and the choice of features
   */
  record Options(int trees, int leastInLeaf, int candidates, int seed) {}

  static Forest grow(Samples samples, Options options) {
    int width = samples.features()[0].length;
    if (width > Forest.MOST_FEATURES) {
      throw new IllegalArgumentException(width + " features are too many for a forest");
    }
    WekaSetup.ready();
    try {
      Grower grower = new Grower();
      grower.setNumIterations(options.trees());
      grower.setNumFeatures(Math.min(options.candidates(), width));
      grower.setSeed(options.seed());
      ((weka.classifiers.trees.RandomTree) grower.getClassifier()).setMinNum(options.leastInLeaf());
      grower.setNumExecutionSlots(1);
      grower.buildClassifier(instances(samples));
      return TreeArrays.of(grower.trees());
    } catch (Exception e) {
      // Weka declares Exception everywhere; on checked samples none is expected.
      throw new IllegalStateException("growing a forest failed: " + e.getMessage(), e);
    }
  }

  private static Instances instances(Samples samples) {
    int width = samples.features()[0].length;
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j <= width; j++) {
      attributes.add(new Attribute("a" + j));
    }
    Instances instances = new Instances("samples", attributes, samples.size());
    instances.setClassIndex(width);
    double total = 0;
    for (double weight : samples.weights()) {
      total += weight;
    }
    // Mean weight 1: the least weight of a leaf then counts samples.
    double scale = samples.size() / total;
    for (int i = 0; i < samples.size(); i++) {
      double[] values = java.util.Arrays.copyOf(samples.features()[i], width + 1);
      values[width] = samples.targets()[i];
      instances.add(new DenseInstance(scale * samples.weights()[i], values));
    }
    return instances;
  }

  /** A forest that shows its trees. */
  private static final class Grower extends RandomForest {
    private static final long serialVersionUID = 1;

    Classifier[] trees() {
      return m_Classifiers;
    }
  }
}
