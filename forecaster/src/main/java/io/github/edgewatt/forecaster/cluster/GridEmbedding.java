package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedSet;

/**
 * Upstream's way: 18 figures a rate over one grid of rates, scaled together, then principal
 * components.
 *
 * <p>Each column (success, CPU, RAM, power, overloaded, latency) is min-max scaled over all rows of
 * all functions: (x − min) / (max − min), the divisor 1 where the column is constant. For each
 * rate, rising, a function's vector holds the 6 means, the 6 maxima and the 6 minima over the
 * repeats; a figure that no repeat has is 1. Principal components are kept until they explain more
 * than 95 % of the variance. Source: DFaaS, {@code function-profiling-non-supervised.ipynb}, cells
 * on scaling, vectors and PCA. Unlike there, a column without a single figure of some function is
 * left out instead of counting as that function's maximum, and the scaler is kept for later
 * functions.
 *
 * @param rates the grid in requests per second, rising
 * @param columns the columns used, by upstream's names, in upstream's order
 * @param leftOut the columns left out
 * @param low each used column's lowest figure, in upstream's units
 * @param high each used column's highest figure
 * @param pca the components
 */
public record GridEmbedding(
    List<Integer> rates,
    List<String> columns,
    List<String> leftOut,
    double[] low,
    double[] high,
    Pca pca)
    implements Embedding {
  /** Components are kept until they explain more than this share of the variance. */
  static final double EXPLAINED_SHARE = 0.95;

  /** Means, maxima and minima. */
  private static final int STATISTICS = 3;

  public GridEmbedding {
    rates = List.copyOf(rates);
    columns = List.copyOf(columns);
    leftOut = List.copyOf(leftOut);
    low = low.clone();
    high = high.clone();
    columns.forEach(Column::named);
    int length = rates.size() * STATISTICS * columns.size();
    if (low.length != columns.size() || high.length != low.length) {
      throw new IllegalArgumentException("a scaler that does not fit its columns");
    }
    if (pca.mean().length != length) {
      throw new IllegalArgumentException(
          "components for vectors of " + pca.mean().length + " figures, not " + length);
    }
  }

  static GridEmbedding fit(List<SoloSamples> functions) throws DatasetException {
    SortedSet<Integer> rates = functions.get(0).rates();
    for (SoloSamples function : functions) {
      if (!function.rates().equals(rates)) {
        throw new DatasetException(
            String.format(
                "%s was measured at %s requests/s but %s at %s: upstream's vectors need one grid of"
                    + " rates; use --vector marginal",
                function.function(),
                text(function.rates()),
                functions.get(0).function(),
                text(rates)));
      }
    }
    List<Column> used = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Column column : Column.values()) {
      if (functions.stream().allMatch(function -> function.has(column::of))) {
        used.add(column);
      } else {
        leftOut.add(column.text());
      }
    }
    double[] low = new double[used.size()];
    double[] high = new double[used.size()];
    for (int c = 0; c < low.length; c++) {
      DoubleSummaryStatistics range =
          functions.stream()
              .flatMap(function -> function.samples().stream())
              .mapToDouble(used.get(c)::of)
              .filter(Double::isFinite)
              .summaryStatistics();
      low[c] = range.getMin();
      high[c] = range.getMax();
    }
    List<Integer> grid = List.copyOf(rates);
    double[][] vectors = new double[functions.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector(functions.get(i), grid, used, low, high);
    }
    return new GridEmbedding(
        grid,
        used.stream().map(Column::text).toList(),
        leftOut,
        low,
        high,
        Pca.fit(vectors, EXPLAINED_SHARE));
  }

  @Override
  public double[] point(SoloSamples function) throws DatasetException {
    return pca.project(vector(function));
  }

  @Override
  public double[] vector(SoloSamples function) throws DatasetException {
    if (!function.rates().containsAll(rates)) {
      throw new DatasetException(
          String.format(
              "%s was measured at %s requests/s, the groups at %s: measure these rates, or make the"
                  + " groups with --vector marginal",
              function.function(), text(function.rates()), text(rates)));
    }
    List<Column> used = columns.stream().map(Column::named).toList();
    for (Column column : used) {
      if (!function.has(column::of)) {
        throw new DatasetException(
            function.function()
                + " has no figure of "
                + column.text()
                + ", which the groups are made of: measure it, or make the groups with --vector"
                + " marginal");
      }
    }
    return vector(function, rates, used, low, high);
  }

  @Override
  public int dimensions() {
    return pca.components().length;
  }

  private static double[] vector(
      SoloSamples function, List<Integer> grid, List<Column> used, double[] low, double[] high) {
    double[] vector = new double[grid.size() * STATISTICS * used.size()];
    int at = 0;
    for (int rate : grid) {
      List<Sample> repeats = function.at(rate);
      for (int c = 0; c < used.size(); c++) {
        double from = low[c];
        double range = high[c] > low[c] ? high[c] - low[c] : 1;
        double[] scaled =
            repeats.stream()
                .mapToDouble(used.get(c)::of)
                .filter(Double::isFinite)
                .map(figure -> (figure - from) / range)
                .toArray();
        vector[at + c] = Arrays.stream(scaled).average().orElse(1);
        vector[at + used.size() + c] = Arrays.stream(scaled).max().orElse(1);
        vector[at + 2 * used.size() + c] = Arrays.stream(scaled).min().orElse(1);
      }
      at += STATISTICS * used.size();
    }
    return vector;
  }

  private static String text(Iterable<Integer> rates) {
    List<String> words = new ArrayList<>();
    rates.forEach(rate -> words.add(Integer.toString(rate)));
    return String.join(",", words);
  }
}
