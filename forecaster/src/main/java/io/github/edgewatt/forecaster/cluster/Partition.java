package io.github.edgewatt.forecaster.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Points split into groups.
 *
 * @param labels each point's group, 0 to k − 1
 * @param centroids the groups' means
 */
record Partition(int[] labels, double[][] centroids) {
  /** The split of {@code points} that {@code labels} tell; every group has a point. */
  static Partition of(double[][] points, int[] labels) {
    int k = (int) IntStream.of(labels).distinct().count();
    double[][] centroids = new double[k][];
    for (int g = 0; g < k; g++) {
      List<double[]> own = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == g) {
          own.add(points[i]);
        }
      }
      centroids[g] = Points.mean(own);
    }
    return new Partition(labels, centroids);
  }

  int k() {
    return centroids.length;
  }

  /** Sum of squared distances to the groups' centroids. */
  double withinSum(double[][] points) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      double distance = Points.distance(points[i], centroids[labels[i]]);
      sum += distance * distance;
    }
    return sum;
  }

  /** Mean distance to the groups' centroids: upstream's elbow plot. */
  double distortion(double[][] points) {
    return IntStream.range(0, points.length)
        .mapToDouble(i -> Points.distance(points[i], centroids[labels[i]]))
        .average()
        .orElseThrow();
  }

  /** The numbers of a group's points. */
  Set<Integer> members(int group) {
    Set<Integer> members = new HashSet<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == group) {
        members.add(i);
      }
    }
    return members;
  }
}
