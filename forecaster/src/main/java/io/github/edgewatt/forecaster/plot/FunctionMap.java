package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Functions in a plane of two principal components, or of two quantities.
 *
 * @param xAxis name of the axis to the right, with its unit if it has one
 * @param yAxis name of the upward axis
 * @param functions their names
 * @param x to the right
 * @param y upwards
 * @param group the name of each function's group
 * @param groups the groups' names in the order of the legend; groups not named here follow
 */
public record FunctionMap(
    String xAxis,
    String yAxis,
    List<String> functions,
    double[] x,
    double[] y,
    List<String> group,
    List<String> groups) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public FunctionMap {
    requireNonNull(xAxis, "xAxis is null");
    requireNonNull(yAxis, "yAxis is null");
    functions = List.copyOf(functions);
    Lengths.same("x", x.length, "functions", functions.size());
    Lengths.same("y", y.length, "functions", functions.size());
    Lengths.same("group", group.size(), "functions", functions.size());
    x = x.clone();
    y = y.clone();
    group = List.copyOf(group);
    groups = List.copyOf(groups);
  }
}
