package io.github.edgewatt.forecaster.model;

/** Picks the features a learner sees out of vectors of the whole feature space. */
final class Columns {
  private Columns() {}

  static double[] select(double[] space, int[] columns) {
    double[] selected = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = space[columns[i]];
    }
    return selected;
  }

  static double[][] selectAll(double[][] spaces, int[] columns) {
    double[][] selected = new double[spaces.length][];
    for (int i = 0; i < spaces.length; i++) {
      selected[i] = select(spaces[i], columns);
    }
    return selected;
  }
}
