package io.github.edgewatt.forecaster.cluster;

/**
 * The mean silhouette of a split: (b − a) / max(a, b), with a point's mean distance a to its own
 * group's other points and b to the nearest other group's; 0 for a point alone in its group. From
 * −1 to 1. Source: Rousseeuw, J. Comput. Appl. Math. 20 (1987) 53.
 */
final class Silhouette {
  private Silhouette() {}

  static double of(double[][] points, Partition partition) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      double[] distances = new double[partition.k()];
      int[] counts = new int[partition.k()];
      for (int j = 0; j < points.length; j++) {
        if (j != i) {
          distances[partition.labels()[j]] += Points.distance(points[i], points[j]);
          counts[partition.labels()[j]]++;
        }
      }
      sum += of(partition.labels()[i], distances, counts);
    }
    return sum / points.length;
  }

  private static double of(int own, double[] distances, int[] counts) {
    if (counts[own] == 0) {
      return 0;
    }
    double within = distances[own] / counts[own];
    double nearest = Double.POSITIVE_INFINITY;
    for (int g = 0; g < distances.length; g++) {
      if (g != own) {
        nearest = Math.min(nearest, distances[g] / counts[g]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }
}
