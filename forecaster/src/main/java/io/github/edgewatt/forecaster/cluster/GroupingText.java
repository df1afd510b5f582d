package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A grouping as words and figures: for a screen of 100 columns, and as cells for a page. */
public final class GroupingText {
  static final List<String> FUNCTION_HEADERS =
      List.of(
          "function", "group", "CPU ms/req", "mJ/req", "memory MB", "base ms", "knee /s", "dist");
  static final List<String> SPLIT_HEADERS = List.of("k", "silhouette", "stability", "distortion");

  private static final double MILLI = 1e3;
  private static final double MEGA = 1e6;

  private GroupingText() {}

  /** The functions with their groups and main figures, then the figures of every split. */
  public static List<String> lines(Grouping grouping, SoloInput input) {
    List<String> lines = new ArrayList<>();
    GroupModel model = grouping.model();
    lines.add(functionLine(FUNCTION_HEADERS));
    functionRows(grouping, input).forEach(row -> lines.add(functionLine(row)));
    lines.add("");
    lines.add(splitLine(SPLIT_HEADERS));
    for (List<String> row : splitRows(grouping)) {
      boolean chosen = row.get(0).equals(Integer.toString(model.groups().size()));
      lines.add(splitLine(row) + (chosen ? "  *" : ""));
    }
    lines.add("");
    if (model.embedding() instanceof GridEmbedding grid) {
      lines.add(variance(grid.pca()));
    }
    lines.add(model.groups().size() + " groups: " + model.why());
    lines.addAll(grouping.notes());
    return lines;
  }

  /** A row a function, under {@link #FUNCTION_HEADERS}. */
  static List<List<String>> functionRows(Grouping grouping, SoloInput input) {
    List<List<String>> rows = new ArrayList<>();
    for (SoloSamples samples : input.functions()) {
      for (GroupedFunction function : grouping.model().functions()) {
        if (function.name().equals(samples.function())) {
          rows.add(row(function, grouping.model(), MarginalCosts.of(samples)));
        }
      }
    }
    return rows;
  }

  /** A row a number of groups, under {@link #SPLIT_HEADERS}. */
  static List<List<String>> splitRows(Grouping grouping) {
    return grouping.splits().stream()
        .map(
            split ->
                List.of(
                    Integer.toString(split.k()),
                    Numbers.fixed(split.silhouette(), 3),
                    Numbers.fixed(split.stability(), 2),
                    Numbers.fixed(split.distortion(), 3)))
        .toList();
  }

  private static List<String> row(GroupedFunction function, GroupModel model, MarginalCosts costs) {
    return List.of(
        function.name(),
        model.groups().get(function.group()).name(),
        digits(costs.cpuMillisPerRequest()),
        digits(costs.joulesPerRequest() * MILLI),
        digits(costs.memoryFloorBytes() / MEGA),
        digits(costs.baseLatencyMillis()),
        digits(costs.firstOverloadedRate()),
        Numbers.fixed(function.distance(), 3));
  }

  private static String variance(Pca pca) {
    List<String> shares =
        Arrays.stream(pca.explained()).limit(3).mapToObj(share -> Numbers.fixed(share, 4)).toList();
    return String.format(
        "%d principal component%s kept; explained variance %s …",
        pca.components().length, pca.components().length == 1 ? "" : "s", String.join(" ", shares));
  }

  private static String functionLine(List<String> cells) {
    return String.format("%-24s %-10s %10s %9s %10s %9s %8s %9s", cells.toArray());
  }

  private static String splitLine(List<String> cells) {
    return String.format("%-3s %11s %11s %11s", cells.toArray());
  }

  /** Three significant digits, or three decimals below 1. */
  static String digits(double figure) {
    if (!Double.isFinite(figure)) {
      return Numbers.ABSENT;
    }
    double size = Math.abs(figure);
    return Numbers.fixed(figure, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  }
}
