package io.github.edgewatt.forecaster.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Numbers and names the parts of a split.
 *
 * <p>Groups are numbered by their share of the variance between groups, n·|c − m|² with the group's
 * size n, its centroid c and the mean m of all functions, largest first, as principal components
 * are; of equal shares the one with the alphabetically first function comes first. They are named
 * by the mean CPU-ms per request of their functions, in the same way on equality.
 */
final class GroupBuilder {
  private static final double REACH_OVER_RADIUS = 1.5;
  private static final double LEAST_RADIUS_OVER_GAP = 0.25;

  private final List<SoloSamples> functions;
  private final double[][] points;
  private final Partition partition;

  /**
   * @param functions sorted by name
   * @param points one a function
   */
  GroupBuilder(List<SoloSamples> functions, double[][] points, Partition partition) {
    this.functions = functions;
    this.points = points;
    this.partition = partition;
  }

  /** The groups by index. */
  List<Group> groups() {
    List<Integer> order = ordered(this::negativeShare);
    List<Integer> rising = ordered(this::demand);
    List<String> names = GroupNames.rising(partition.k());
    List<Group> groups = new ArrayList<>();
    for (int label : order) {
      double radius = radius(label);
      groups.add(
          new Group(
              groups.size(),
              names.get(rising.indexOf(label)),
              demand(label),
              radius,
              REACH_OVER_RADIUS * Math.max(radius, LEAST_RADIUS_OVER_GAP * smallestGap()),
              partition.centroids()[label]));
    }
    return groups;
  }

  /** The functions with their groups' indices. */
  List<GroupedFunction> members() {
    List<Integer> order = ordered(this::negativeShare);
    List<GroupedFunction> members = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      int label = partition.labels()[i];
      members.add(
          new GroupedFunction(
              functions.get(i).function(),
              order.indexOf(label),
              Points.distance(points[i], partition.centroids()[label])));
    }
    return members;
  }

  private List<Integer> ordered(IntToDoubleFunction figure) {
    return IntStream.range(0, partition.k())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer label) -> rounded(figure.applyAsDouble(label)))
                .thenComparing(label -> first(label)))
        .toList();
  }

  /** Nine digits: equal figures that were summed in another order stay equal. */
  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 8);
    return Math.rint(value / unit) * unit;
  }

  private double negativeShare(int label) {
    double distance = Points.distance(partition.centroids()[label], Points.mean(List.of(points)));
    return -partition.members(label).size() * distance * distance;
  }

  private double demand(int label) {
    return partition.members(label).stream()
        .mapToDouble(i -> MarginalCosts.of(functions.get(i)).cpuMillisPerRequest())
        .average()
        .orElseThrow();
  }

  private double radius(int label) {
    Set<Integer> members = partition.members(label);
    return members.stream()
        .mapToDouble(i -> Points.distance(points[i], partition.centroids()[label]))
        .max()
        .orElseThrow();
  }

  private double smallestGap() {
    double smallest = Double.POSITIVE_INFINITY;
    for (double[] a : partition.centroids()) {
      for (double[] b : partition.centroids()) {
        if (a != b) {
          smallest = Math.min(smallest, Points.distance(a, b));
        }
      }
    }
    return smallest;
  }

  private String first(int label) {
    return partition.members(label).stream()
        .map(i -> functions.get(i).function())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
