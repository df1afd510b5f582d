package io.github.edgewatt.forecaster.model;

import java.util.List;

/**
 * The sum of several regressors: a base, and what learners correct of it.
 *
 * @param parts at least one
 */
public record Sum(List<Regressor> parts) implements Regressor {
  public Sum {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a sum needs at least one part");
    }
  }

  @Override
  public double at(double[] features) {
    double sum = 0;
    for (Regressor part : parts) {
      sum += part.at(features);
    }
    return sum;
  }

  @Override
  public double[] all(double[][] rows) {
    double[] sums = new double[rows.length];
    for (Regressor part : parts) {
      double[] values = part.all(rows);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[i];
      }
    }
    return sums;
  }
}
