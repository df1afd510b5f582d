package io.github.edgewatt.forecaster.model.file;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Adaptation;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The page for people beside a model: what it learnt from, how well, and what it cannot do. */
public final class ModelCard {
  /** The card's name in the model's folder. */
  public static final String NAME = "MODEL.md";

  private static final double GIGABYTE = 1e9;

  private final StringBuilder text = new StringBuilder();
  private final TrainedModel model;

  private ModelCard(TrainedModel model) {
    this.model = model;
  }

  /** Replaces the card beside {@code modelFile}. */
  public static void write(Path modelFile, TrainedModel model) throws DatasetException {
    Path card = modelFile.toAbsolutePath().resolveSibling(NAME);
    try {
      String name = String.valueOf(modelFile.getFileName());
      AtomicFiles.replace(card, text(name, model).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", card, e);
    }
  }

  /**
   * The card in Markdown.
   *
   * @param name of the model's file
   */
  public static String text(String name, TrainedModel model) {
    ModelCard card = new ModelCard(model);
    card.line("# " + name);
    card.line("");
    card.line(
        "Forecasts what a node does under given request rates of known functions. Made by "
            + model.header().tool()
            + " on "
            + model.header().trainedAt()
            + ".");
    card.use();
    card.trainedOn();
    card.learners();
    card.scores();
    card.limits();
    return card.text.toString();
  }

  private void use() {
    line("\n## Intended use\n");
    line("Planning and placement: which load a node of a known kind carries, at what cost in CPU,");
    line("memory and power, and how likely it overloads. Bounds are meant to hold nine of ten");
    line(
        "measurements. It is no alarm and no bill: it forecasts means over a window, not moments.");
  }

  private void trainedOn() {
    ModelHeader header = model.header();
    line("\n## Trained on\n");
    line("| what | |");
    line("|---|---|");
    line("| measurements | " + header.rows() + " |");
    line("| configurations | " + header.configurations() + " |");
    line("| data, SHA-256 | `" + header.dataHash() + "` |");
    line("| seed | " + header.seed() + " |");
    line("| features | " + model.space().family() + " |");
    if (!model.profiles().functions().isEmpty()) {
      line("| functions measured alone on | " + model.profiles().cores() + " cores |");
    }
    line(
        "\n| kind of node | cores | CPU at rest, % of one core | memory at rest, GB | W at rest |");
    line("|---|---:|---:|---:|---:|");
    model.nodes().forEach(this::node);
    line("\n| function | highest rate, 1/s |");
    line("|---|---:|");
    model.highestRates().forEach((function, rate) -> line(row(function, figure(rate))));
    line("\nTrained together: " + listed(header.combinations()) + ".");
  }

  private void node(NodeType node, Idle idle) {
    line(
        row(
            node.name(),
            Integer.toString(node.cores()),
            figure(idle.cpuPercent()),
            figure(idle.ramBytes() / GIGABYTE),
            figure(idle.powerWatts())));
  }

  private void learners() {
    line("\n## Learners\n");
    line("| forecast | unit | learner | features |");
    line("|---|---|---|---:|");
    model
        .targets()
        .forEach(
            (target, learned) ->
                line(
                    row(
                        "node " + target.text(),
                        target.unit(),
                        learned.learner(),
                        Integer.toString(learned.features().size()))));
    model
        .overload()
        .ifPresent(
            overload ->
                line(
                    row(
                        overload.perFunction() ? "overload, by function" : "overload of the node",
                        "probability",
                        overload.learner(),
                        Integer.toString(overload.features().size()))));
    model
        .functionTargets()
        .forEach(
            (target, learned) ->
                line(
                    row(
                        "function " + target.text(),
                        target.unit(),
                        learned.learner(),
                        Integer.toString(learned.features().size()))));
    if (!model.header().notes().isEmpty()) {
      line("");
      model.header().notes().forEach(note -> line("- " + note));
    }
  }

  private void scores() {
    line("\n## Scores\n");
    if (model.header().scores().isEmpty()) {
      line("None: nobody held anything back to test it on.");
      return;
    }
    line("By cross-validation; repeats of one configuration never stand on both sides.\n");
    line("| score | |");
    line("|---|---:|");
    model.header().scores().forEach((name, score) -> line(row(name, figure(score))));
  }

  private void limits() {
    line("\n## Limits\n");
    line("- Functions it does not list are refused; so are other kinds of nodes.");
    line(
        "- Above a function's highest rate an answer is marked `extrapolated`: the CPU follows the");
    line("  physics, intervals widen with the distance, and safety is doubted.");
    line("- Functions that were not trained together are answered and marked `novel`.");
    line(
        "- It knows what was measured then: other versions of functions, runtimes or machines need");
    line("  new measurements.");
    if (model.overload().isEmpty()) {
      line("- It says nothing about overload: the data held none, or nothing else.");
    }
    List<String> unmetered = new ArrayList<>();
    model
        .nodes()
        .forEach(
            (node, idle) -> {
              if (Double.isNaN(idle.powerWatts())) {
                unmetered.add(node.name());
              }
            });
    if (!unmetered.isEmpty()) {
      line("- No power without a figure at rest on: " + listed(unmetered) + " (no meter).");
    }
    TreeSet<String> alone = new TreeSet<>(model.profiles().functions().keySet());
    model.header().combinations().forEach(pair -> alone.removeAll(mixed(pair)));
    if (!alone.isEmpty()) {
      line("- Known from running alone only: " + listed(List.copyOf(alone)) + ".");
    }
    for (Map.Entry<NodeType, Adaptation> entry : model.adaptations().entrySet()) {
      line(
          "- "
              + entry.getKey().name()
              + " was not trained on, only calibrated with "
              + entry.getValue().configurations()
              + " configurations.");
    }
  }

  private static List<String> mixed(String pair) {
    return List.of(pair.substring(pair.indexOf(' ') + 1).split("\\+", -1));
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String figure(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
