package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.forecaster.weka.WekaSetup;
import java.util.ArrayList;
import java.util.Optional;
import weka.clusterers.SimpleKMeans;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.SelectedTag;

/**
 * k-means by Weka's SimpleKMeans, the best of several starts.
 *
 * <p>Each start picks its centres by k-means++ from its own seed; the split with the least sum of
 * squared distances wins, the earlier start where two are equal. Weka's own scaling of each
 * coordinate to its range is off: points come scaled.
 */
final class KMeans {
  private final long seed;
  private final int starts;

  /**
   * @param seed the first start's seed; the others follow it
   * @param starts how often to start, 1 or more
   */
  KMeans(long seed, int starts) {
    WekaSetup.ready();
    this.seed = seed;
    this.starts = starts;
  }

  /** The best split into {@code k} groups; empty where fewer than k points differ. */
  Optional<Partition> split(double[][] points, int k) {
    if (points[0].length == 0 || Points.distinct(points) < k) {
      return Optional.empty();
    }
    Instances instances = instances(points);
    Partition best = null;
    double bestSum = Double.POSITIVE_INFINITY;
    for (int start = 0; start < starts; start++) {
      Partition partition = Partition.of(points, assign(instances, k, start));
      double sum = partition.withinSum(points);
      // Sums of equal splits differ by rounding: only a real gain replaces an earlier start.
      if (partition.k() == k && (best == null || sum < bestSum * (1 - 1e-9))) {
        best = partition;
        bestSum = sum;
      }
    }
    return Optional.ofNullable(best);
  }

  private int[] assign(Instances instances, int k, int start) {
    try {
      SimpleKMeans means = new SimpleKMeans();
      EuclideanDistance distance = new EuclideanDistance();
      distance.setDontNormalize(true);
      means.setDistanceFunction(distance);
      means.setInitializationMethod(
          new SelectedTag(SimpleKMeans.KMEANS_PLUS_PLUS, SimpleKMeans.TAGS_SELECTION));
      means.setNumClusters(k);
      means.setPreserveInstancesOrder(true);
      means.setSeed((int) (seed + start));
      means.buildClusterer(instances);
      return dense(means.getAssignments());
    } catch (Exception e) {
      throw new IllegalStateException("k-means failed on " + instances.size() + " points", e);
    }
  }

  /** Renumbers labels from 0 without holes, in the order they first appear. */
  private static int[] dense(int[] labels) {
    ArrayList<Integer> seen = new ArrayList<>();
    int[] renumbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (!seen.contains(labels[i])) {
        seen.add(labels[i]);
      }
      renumbered[i] = seen.indexOf(labels[i]);
    }
    return renumbered;
  }

  private static Instances instances(double[][] points) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < points[0].length; i++) {
      attributes.add(new Attribute("x" + i));
    }
    Instances instances = new Instances("points", attributes, points.length);
    for (double[] point : points) {
      instances.add(new DenseInstance(1, point.clone()));
    }
    return instances;
  }
}
