package io.github.edgewatt.forecaster.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A grouping as text for a screen of 100 columns. */
public final class GroupingText {
  private static final double MILLI = 1e3;
  private static final double MEGA = 1e6;

  private GroupingText() {}

  /** The functions with their groups and main figures, then the figures of every split. */
  public static List<String> lines(Grouping grouping, SoloInput input) {
    List<String> lines = new ArrayList<>();
    GroupModel model = grouping.model();
    Map<String, SoloSamples> samples = new TreeMap<>();
    input.functions().forEach(function -> samples.put(function.function(), function));
    lines.add(
        row(
            "function",
            "group",
            "CPU ms/req",
            "mJ/req",
            "memory MB",
            "base ms",
            "knee /s",
            "dist"));
    for (GroupedFunction function : model.functions()) {
      MarginalCosts costs = MarginalCosts.of(samples.get(function.name()));
      lines.add(
          row(
              function.name(),
              model.groups().get(function.group()).name(),
              digits(costs.cpuMillisPerRequest()),
              digits(costs.joulesPerRequest() * MILLI),
              digits(costs.memoryFloorBytes() / MEGA),
              digits(costs.baseLatencyMillis()),
              digits(costs.firstOverloadedRate()),
              String.format(Locale.ROOT, "%.3f", function.distance())));
    }
    lines.add("");
    lines.add(String.format("%-3s %11s %11s %11s", "k", "silhouette", "stability", "distortion"));
    for (SplitFigures split : grouping.splits()) {
      lines.add(
          String.format(
              "%-3d %11s %11s %11s%s",
              split.k(),
              fixed("%.3f", split.silhouette()),
              fixed("%.2f", split.stability()),
              fixed("%.3f", split.distortion()),
              split.k() == model.groups().size() ? "  *" : ""));
    }
    lines.add("");
    if (model.embedding() instanceof GridEmbedding grid) {
      lines.add(variance(grid.pca()));
    }
    lines.add(model.groups().size() + " groups: " + model.why());
    lines.addAll(grouping.notes());
    return lines;
  }

  private static String variance(Pca pca) {
    List<String> shares =
        Arrays.stream(pca.explained())
            .limit(3)
            .mapToObj(share -> String.format(Locale.ROOT, "%.4f", share))
            .toList();
    return String.format(
        "%d principal component%s kept; explained variance %s …",
        pca.components().length, pca.components().length == 1 ? "" : "s", String.join(" ", shares));
  }

  private static String row(Object... cells) {
    return String.format("%-24s %-10s %10s %9s %10s %9s %8s %9s", cells).stripTrailing();
  }

  private static String fixed(String format, double figure) {
    return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, format, figure);
  }

  /** Three significant digits, plain. */
  static String digits(double figure) {
    if (!Double.isFinite(figure)) {
      return "–";
    }
    double size = Math.abs(figure);
    return String.format(
        Locale.ROOT,
        size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f",
        figure);
  }
}
