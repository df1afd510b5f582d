package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups of functions, and all that is needed to place one more: the fitted embedding, the
 * centroids and how far the groups reach.
 *
 * @param tool the version that made it
 * @param files the names of the files with the solo rows
 * @param dataSha256 hash over those files
 * @param seed what the choices by chance started from
 * @param why why there are as many groups
 * @param embedding how a function becomes a point
 * @param groups by index, at least two
 * @param functions the grouped functions, by name
 */
public record GroupModel(
    String tool,
    List<String> files,
    String dataSha256,
    long seed,
    String why,
    Embedding embedding,
    List<Group> groups,
    List<GroupedFunction> functions) {
  public GroupModel {
    files = List.copyOf(files);
    groups = List.copyOf(groups);
    functions = List.copyOf(functions);
    if (groups.size() < 2) {
      throw new IllegalArgumentException("fewer than two groups");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      if (group.index() != i || !names.add(group.name())) {
        throw new IllegalArgumentException("groups that are not numbered or named one by one");
      }
      if (group.centroid().length != embedding.dimensions()) {
        throw new IllegalArgumentException(
            "a centroid of "
                + group.centroid().length
                + " figures for points of "
                + embedding.dimensions());
      }
    }
    for (GroupedFunction function : functions) {
      if (function.group() < 0 || function.group() >= groups.size()) {
        throw new IllegalArgumentException(
            function.name() + " in a group " + function.group() + " that is not there");
      }
    }
  }

  /**
   * Places {@code function}, scaled as the grouped functions were.
   *
   * <p>It is novel where its distance is more than 1.5 times the group's radius. A radius below a
   * quarter of the smallest distance between two centroids counts as that quarter, so that a group
   * of one or of near twins reaches somewhere, yet never past the middle to another group.
   *
   * @throws DatasetException where the function lacks what the points are made of
   */
  public Assignment assign(SoloSamples function) throws DatasetException {
    if (!MarginalCosts.known(function)) {
      throw new DatasetException(
          function.function() + " has no CPU figure at a rate it serves: measure a lower rate");
    }
    double[] point = embedding.point(function);
    List<Group> nearest =
        groups.stream()
            .sorted(
                Comparator.comparingDouble(
                    (Group group) -> Points.distance(point, group.centroid())))
            .toList();
    return new Assignment(
        function.function(),
        nearest.get(0),
        Points.distance(point, nearest.get(0).centroid()),
        nearest.get(1),
        Points.distance(point, nearest.get(1).centroid()),
        embedding instanceof MarginalEmbedding marginal ? marginal.untold(function) : List.of());
  }

  /** The grouped functions of {@code group}, by name. */
  public List<String> members(Group group) {
    return functions.stream()
        .filter(function -> function.group() == group.index())
        .map(GroupedFunction::name)
        .toList();
  }
}
