package io.github.edgewatt.forecaster.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Upstream's two families: the rate of each function, or the summed rate of each group of
 * functions, and a code for the kind of node (HEAVY 0, MID 1, LIGHT 2; others their cores,
 * negated).
 *
 * @param family {@code functions} or {@code groups}
 * @param columns names of the rate columns, in order
 * @param columnOf each known function's column; a function in no column is not seen, as upstream
 *     does
 */
public record RateSpace(String family, List<String> columns, Map<String, Integer> columnOf)
    implements FeatureSpace {
  public RateSpace {
    columns = List.copyOf(columns);
    columnOf = Map.copyOf(columnOf);
  }

  /** A column {@code rate_function_F} a function. */
  public static RateSpace functions(List<String> functions) {
    List<String> columns = new ArrayList<>();
    Map<String, Integer> columnOf = new HashMap<>();
    for (String function : functions) {
      columnOf.put(function, columns.size());
      columns.add("rate_function_" + function);
    }
    return new RateSpace("functions", columns, columnOf);
  }

  /**
   * A column {@code rate_group_NAME_USAGE} a group, sorted by name.
   *
   * @param groups group name ({@code HIGH}, {@code LOW}, {@code MEDIUM}, …) to functions
   */
  public static RateSpace groups(Map<String, List<String>> groups) {
    List<String> columns = new ArrayList<>();
    Map<String, Integer> columnOf = new HashMap<>();
    List<String> names = new ArrayList<>(groups.keySet());
    Collections.sort(names);
    for (String name : names) {
      for (String function : groups.get(name)) {
        columnOf.put(function, columns.size());
      }
      columns.add("rate_group_" + name + (name.endsWith("_USAGE") ? "" : "_USAGE"));
    }
    return new RateSpace("groups", columns, columnOf);
  }

  /**
   * The column of the group called {@code name} or {@code index}, as lists of groups name them;
   * empty where there is none.
   */
  public OptionalInt columnOfGroup(String name, int index) {
    for (String group : List.of(name, Integer.toString(index))) {
      int column = columns.indexOf("rate_group_" + group + "_USAGE");
      if (column >= 0) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  /** The same with the rate of {@code function} in {@code column}. */
  public RateSpace with(String function, int column) {
    Map<String, Integer> changed = new HashMap<>(columnOf);
    changed.put(function, Objects.checkIndex(column, columns.size()));
    return new RateSpace(family, columns, changed);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(columns);
    names.add("node_type");
    return List.copyOf(names);
  }

  @Override
  public double[] of(Load load) {
    double[] features = new double[columns.size() + 1];
    load.rates()
        .forEach(
            (function, rate) ->
                Optional.ofNullable(columnOf.get(function))
                    .ifPresent(column -> features[column] += rate));
    features[columns.size()] = code(load.node());
    return features;
  }

  /** Upstream's numeric code of a kind of node. */
  public static double code(NodeType node) {
    return switch (node.name()) {
      case "HEAVY" -> 0;
      case "MID" -> 1;
      case "LIGHT" -> 2;
      default -> -node.cores();
    };
  }
}
