package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.design.DesignPlan;
import io.github.edgewatt.profiler.design.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a grid starts: upstream's configuration.txt, two lines, comma-separated function names (an
 * image prefix up to {@code /} is passed over) and comma-separated rates.
 */
final class StartPoint {
  private static final int MOST_BYTES = 64 << 10;

  private StartPoint() {}

  /**
   * The point a file names, as {@code a=0 b=10}; empty for an empty file, which means from scratch.
   */
  static Optional<String> read(Path file) throws UsageException {
    List<String> lines = new ArrayList<>();
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UsageException(file + " is no configuration.txt: it has more than 64 KiB");
      }
      Files.readAllLines(file).stream().map(String::strip).forEach(lines::add);
    } catch (IOException e) {
      throw new UsageException(DatasetException.of("cannot read", file, e).getMessage());
    }
    lines.removeIf(String::isEmpty);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() != 2) {
      throw new UsageException(
          file + " has " + lines.size() + " lines: want two, function names and rates");
    }
    List<String> names = new ArrayList<>();
    for (String name : lines.get(0).split(",", -1)) {
      names.add(name.substring(name.lastIndexOf('/') + 1).strip());
    }
    List<Integer> rates = new ArrayList<>();
    for (String rate : lines.get(1).split(",", -1)) {
      if (!rate.strip().matches("\\d{1,6}")) {
        throw new UsageException(file + ": '" + rate + "' is not a whole rate of 0 or more");
      }
      rates.add(Integer.parseInt(rate.strip()));
    }
    try {
      return Optional.of(new Configuration(names, rates).toString());
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  /** The plan's start as a configuration; refused where the plan's grid does not hold it. */
  static Optional<Configuration> of(RunPlan plan, DesignPlan design) throws UsageException {
    if (plan.startAt() == null) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    List<Integer> rates = new ArrayList<>();
    for (String part : plan.startAt().split(" ", -1)) {
      names.add(part.substring(0, part.indexOf('=')));
      rates.add(Integer.parseInt(part.substring(part.indexOf('=') + 1)));
    }
    if (!plan.design().equals("grid")) {
      throw new UsageException("--from names a point of the grid: add --design grid");
    }
    if (!Grid.combinations(design.functions(), design.combine()).contains(names)) {
      throw new UsageException(
          "--from starts at "
              + String.join(",", names)
              + ", which is no combination of "
              + design.combine()
              + " of "
              + String.join(",", design.functions())
              + " in this order");
    }
    if (!Grid.mixRates(design).containsAll(rates)) {
      throw new UsageException(
          "--from starts at rates " + rates + ", but the grid's are " + Grid.mixRates(design));
    }
    return Optional.of(new Configuration(names, rates));
  }
}
