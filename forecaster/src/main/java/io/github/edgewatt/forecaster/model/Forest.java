package io.github.edgewatt.forecaster.model;

import java.util.Arrays;

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

  /** Walks taken side by side. */
  private static final int LANES = 4;

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
    int tree = 0;
    if (features.length > 0) {
      int[] nodes = new int[LANES];
      for (; tree + LANES <= roots.length; tree += LANES) {
        System.arraycopy(roots, tree, nodes, 0, LANES);
        walk(nodes, features, features, features, features);
        for (int node : nodes) {
          sum += value[node];
        }
      }
    }
    for (; tree < roots.length; tree++) {
      sum += value[leaf(roots[tree], features)];
    }
    return sum / roots.length;
  }

  /** Tree by tree: one tree stays in the processor's cache while all rows walk it. */
  @Override
  public double[] all(double[][] rows) {
    if (rows.length < LANES || rows[0].length == 0) {
      return Regressor.super.all(rows);
    }
    double[] sums = new double[rows.length];
    int[] nodes = new int[LANES];
    int together = rows.length - rows.length % LANES;
    for (int root : roots) {
      for (int i = 0; i < together; i += LANES) {
        Arrays.fill(nodes, root);
        walk(nodes, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
        for (int lane = 0; lane < LANES; lane++) {
          sums[i + lane] += value[nodes[lane]];
        }
      }
      for (int i = together; i < rows.length; i++) {
        sums[i] += value[leaf(root, rows[i])];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= roots.length;
    }
    return sums;
  }

  private int leaf(int root, double[] features) {
    int node = root;
    while (feature[node] >= 0) {
      node = features[feature[node]] < value[node] ? node + 1 : right[node];
    }
    return node;
  }

  /**
   * Four walks side by side, from {@code nodes} to the leaves. A walk waits for memory at every
   * step and no processor guesses its turns; four of them wait together, and none branches.
   */
  private void walk(int[] nodes, double[] x0, double[] x1, double[] x2, double[] x3) {
    int n0 = nodes[0];
    int n1 = nodes[1];
    int n2 = nodes[2];
    int n3 = nodes[3];
    int f0 = feature[n0];
    int f1 = feature[n1];
    int f2 = feature[n2];
    int f3 = feature[n3];
    while ((f0 & f1 & f2 & f3) >= 0) {
      n0 = step(n0, f0, x0);
      n1 = step(n1, f1, x1);
      n2 = step(n2, f2, x2);
      n3 = step(n3, f3, x3);
      f0 = feature[n0];
      f1 = feature[n1];
      f2 = feature[n2];
      f3 = feature[n3];
    }
    nodes[0] = n0;
    nodes[1] = n1;
    nodes[2] = n2;
    nodes[3] = n3;
  }

  /** The child of {@code node} for {@code features}, or a leaf itself, without a branch. */
  private int step(int node, int split, double[] features) {
    int atLeaf = split >> 31;
    // + 0.0 turns the -0.0 of -0.0 - 0.0 positive: the sign then says exactly "below".
    double gap = features[split & ~atLeaf] - value[node] + 0.0;
    int below = (int) (Double.doubleToRawLongBits(gap) >> 63);
    int child = right[node] + ((node + 1 - right[node]) & below);
    return child + ((node - child) & atLeaf);
  }

  public int trees() {
    return roots.length;
  }

  public int nodes() {
    return feature.length;
  }
}
