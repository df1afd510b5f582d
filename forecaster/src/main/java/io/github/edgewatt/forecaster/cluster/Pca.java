package io.github.edgewatt.forecaster.cluster;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Principal components of centred, unscaled vectors.
 *
 * <p>With X the centred matrix of n rows, the components are the eigenvectors of its covariance XᵀX
 * / (n − 1), found as the right singular vectors of X; a component's share of the variance is its
 * squared singular value over the sum of all. Each component's largest loading is positive.
 *
 * @param mean the mean vector that is subtracted
 * @param components the kept components, a row each, of length 1
 * @param explained the share of the variance of every component, kept or not, falling
 */
public record Pca(double[] mean, double[][] components, double[] explained) {
  public Pca {
    mean = mean.clone();
    components = Points.copy(components);
    explained = explained.clone();
    for (double[] component : components) {
      if (component.length != mean.length) {
        throw new IllegalArgumentException(
            "a component of " + component.length + " figures for vectors of " + mean.length);
      }
    }
  }

  /**
   * Fits components to {@code rows} and keeps the first of them, up to where they together explain
   * more than {@code share} of the variance. Rows without variance leave no component.
   */
  static Pca fit(double[][] rows, double share) {
    double[] mean = Points.mean(Arrays.asList(rows));
    double[][] centred = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      centred[i] = minus(rows[i], mean);
    }
    SingularValueDecomposition svd =
        new SingularValueDecomposition(new Array2DRowRealMatrix(centred, false));
    double[] squares =
        Arrays.stream(svd.getSingularValues()).map(singular -> singular * singular).toArray();
    double total = Arrays.stream(squares).sum();
    if (total < 1e-24) {
      return new Pca(mean, new double[0][], new double[0]);
    }
    double[] explained = Arrays.stream(squares).map(square -> square / total).toArray();
    int kept = 0;
    for (double sum = 0; kept < explained.length && sum <= share; kept++) {
      sum += explained[kept];
    }
    double[][] components = new double[kept][];
    for (int i = 0; i < kept; i++) {
      components[i] = turned(svd.getV().getColumn(i));
    }
    return new Pca(mean, components, explained);
  }

  /** The coordinates of {@code vector} on the kept components. */
  double[] project(double[] vector) {
    double[] centred = minus(vector, mean);
    double[] point = new double[components.length];
    for (int c = 0; c < components.length; c++) {
      for (int i = 0; i < centred.length; i++) {
        point[c] += components[c][i] * centred[i];
      }
    }
    return point;
  }

  private static double[] turned(double[] component) {
    double largest = 0;
    for (double loading : component) {
      largest = Math.abs(loading) > Math.abs(largest) + 1e-12 ? loading : largest;
    }
    return largest < 0 ? Arrays.stream(component).map(v -> -v).toArray() : component;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
