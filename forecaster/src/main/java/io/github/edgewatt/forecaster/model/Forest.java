package io.github.edgewatt.forecaster.model;

/**
 * Binary regression trees in flat arrays, averaged. Node {@code i} is a leaf of value {@code
 * value[i]} where {@code feature[i]} is -1; otherwise features below {@code value[i]} go to node
 * {@code i + 1} and the others to node {@code right[i]}: trees stand in preorder, so a walk mostly
 * reads forward.
 *
 * @param roots index of each tree's root
 * @param feature index of the feature a node splits on, -1 for leaves
 * @param value a node's threshold or a leaf's value
 * @param right index of the child for features at or above the threshold; 0 for leaves
 */
public record Forest(int[] roots, byte[] feature, double[] value, int[] right)
    implements Regressor {
  /** Most features a forest can split on. */
  public static final int MOST_FEATURES = Byte.MAX_VALUE;

  public Forest {
    if (roots.length == 0) {
      throw new IllegalArgumentException("a forest needs at least one tree");
    }
    if (feature.length != value.length || feature.length != right.length) {
      throw new IllegalArgumentException("the arrays of a forest differ in length");
    }
    for (int i = 0; i < feature.length; i++) {
      // Children stand behind their parents: every walk ends.
      if (feature[i] >= 0 && (right[i] <= i + 1 || right[i] >= feature.length)) {
        throw new IllegalArgumentException("node " + i + " of a forest has no right child");
      }
    }
    for (int root : roots) {
      if (root < 0 || root >= feature.length) {
        throw new IllegalArgumentException("a forest has no node " + root);
      }
    }
  }

  @Override
  public double at(double[] features) {
    double sum = 0;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        node = features[feature[node]] < value[node] ? node + 1 : right[node];
      }
      sum += value[node];
    }
    return sum / roots.length;
  }

  /** Tree by tree: one tree stays in the processor's cache while all rows walk it. */
  @Override
  public double[] all(double[][] rows) {
    double[] sums = new double[rows.length];
    for (int root : roots) {
      for (int i = 0; i < rows.length; i++) {
        double[] features = rows[i];
        int node = root;
        while (feature[node] >= 0) {
          node = features[feature[node]] < value[node] ? node + 1 : right[node];
        }
        sums[i] += value[node];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= roots.length;
    }
    return sums;
  }

  public int trees() {
    return roots.length;
  }

  public int nodes() {
    return feature.length;
  }
}
