package io.github.edgewatt.forecaster.model;

import java.util.List;

/**
 * The mean of several regressors: averages out what each gets wrong in its own way.
 *
 * @param parts at least one
 */
public record Blend(List<Regressor> parts) implements Regressor {
  public Blend {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a blend needs at least one part");
    }
  }

  @Override
  public double at(double[] features) {
    double sum = 0;
    for (Regressor part : parts) {
      sum += part.at(features);
    }
    return sum / parts.size();
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
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= parts.size();
    }
    return sums;
  }
}
