package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.dataset.table.CsvLine;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table of configurations mean what.
 *
 * <p>Rates stand under {@code rate_function_F}, as in tables of measurements, or under the
 * function's name. Where no column begins with {@code rate_function_}, any column that is not known
 * is refused: it might be a function with a slip of the pen, and its load would be left out.
 */
final class WhatIfColumns {
  static final String RATE = "rate_function_";
  private static final String NODE_TYPE = "node_type";

  /** Where a figure at rest stands, and what makes the target's unit of it. */
  private record Rest(Target target, double factor) {}

  private static final Map<String, Rest> REST =
      Map.of(
          "cpu_usage_idle_node", new Rest(Target.CPU, 1),
          "idle_cpu", new Rest(Target.CPU, 1),
          "ram_usage_idle_node", new Rest(Target.RAM, 1),
          "idle_ram", new Rest(Target.RAM, 1),
          "ram_usage_idle_node_percentage", new Rest(Target.RAM_PERCENT, 1),
          "idle_ram_percent", new Rest(Target.RAM_PERCENT, 1),
          "power_usage_idle_node", new Rest(Target.POWER, 1e-6),
          "idle_power", new Rest(Target.POWER, 1));

  private final CheckedForecaster forecaster;
  private final List<String> header;
  private final Map<String, Integer> rates = new LinkedHashMap<>();
  private final EnumMap<Target, Integer> rest = new EnumMap<>(Target.class);
  private int nodeType = -1;

  /**
   * @throws BadQuestionException where the header does not tell rates, or tells one twice
   */
  WhatIfColumns(CheckedForecaster forecaster, String line) {
    this.forecaster = forecaster;
    this.header = split(line).stream().map(String::strip).toList();
    Set<String> known = forecaster.highestRates().keySet();
    boolean prefixed = header.stream().anyMatch(name -> name.startsWith(RATE));
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (ForecastColumns.NAMES.contains(name) && !known.contains(name)) {
        throw new BadQuestionException(
            "column " + name + " is a forecast's: take out the columns of the earlier answer");
      } else if (name.startsWith(RATE)) {
        addRate(name.substring(RATE.length()), i);
      } else if (name.equals(NODE_TYPE)) {
        nodeType = i;
      } else if (REST.containsKey(name)) {
        addRest(name, i);
      } else if (known.contains(name)) {
        addRate(name, i);
      } else if (!prefixed) {
        throw unknown(name);
      }
    }
    if (rates.isEmpty()) {
      throw new BadQuestionException(
          "the header has no column of rates: name them rate_function_F or by the function");
    }
  }

  private void addRate(String function, int column) {
    forecaster.checkFunction(function);
    if (rates.put(function, column) != null) {
      throw new BadQuestionException("the header has two columns of rates of " + function);
    }
  }

  private void addRest(String name, int column) {
    if (rest.put(REST.get(name).target(), column) != null) {
      throw new BadQuestionException(
          "the header has two columns of the same figure at rest: one is " + name);
    }
  }

  private BadQuestionException unknown(String name) {
    return new BadQuestionException(
        ("column '%s' is no function the model knows (%s), no node_type and no figure at rest; to"
                + " keep columns of yours, name those of rates rate_function_F")
            .formatted(Words.shown(name), Words.list(forecaster.highestRates().keySet())));
  }

  /**
   * A line's question.
   *
   * @param node the kind of node of lines that do not say
   * @param idle the figures at rest of lines that do not say
   * @throws BadQuestionException where a cell cannot be used
   */
  Load load(String line, Optional<NodeType> node, Idle idle) {
    List<String> cells = split(line);
    if (cells.size() != header.size()) {
      throw new BadQuestionException(
          cells.size() + " columns instead of " + header.size() + " (a torn line?)");
    }
    Map<String, Double> asked = new LinkedHashMap<>();
    rates.forEach(
        (function, column) -> {
          String cell = cells.get(column);
          asked.put(function, cell.isBlank() ? 0 : Words.rate(function, cell));
        });
    Idle told =
        new Idle(
            rest(Target.CPU, cells),
            rest(Target.RAM, cells),
            rest(Target.RAM_PERCENT, cells),
            rest(Target.POWER, cells));
    Load load = Load.of(node(cells, node), asked, told.orElse(idle));
    forecaster.check(load);
    return load;
  }

  private NodeType node(List<String> cells, Optional<NodeType> otherwise) {
    String cell = nodeType < 0 ? "" : cells.get(nodeType);
    if (!cell.isBlank()) {
      return forecaster.node(cell);
    }
    return otherwise.orElseThrow(
        () ->
            new BadQuestionException(
                "no node type: give --node-type, or a column named node_type"));
  }

  private double rest(Target target, List<String> cells) {
    Integer column = rest.get(target);
    String cell = column == null ? "" : cells.get(column).strip();
    if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    String name = header.get(column);
    return Words.figure("figure for " + name, cell) * REST.get(name).factor();
  }

  private static List<String> split(String line) {
    if (line.indexOf('\0') >= 0) {
      throw new BadQuestionException("NUL bytes (a torn line?)");
    }
    try {
      return new ArrayList<>(CsvLine.split(line));
    } catch (IllegalArgumentException e) {
      throw new BadQuestionException(e.getMessage());
    }
  }
}
