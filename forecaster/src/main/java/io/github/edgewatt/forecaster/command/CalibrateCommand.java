package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelCard;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.model.train.Calibrator;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.Measurements;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: a trained model for one more kind of node. */
@Command(
    name = "calibrate",
    description =
        "Adapts a model to kinds of nodes it was not trained on, from a few measurements.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final DataArguments data = new DataArguments();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "what train wrote: model.json")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "the adapted model; MODEL.md goes beside it (default: --model)")
  private Path output;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(OpenModel.missing(file));
    }
    Path written = output == null ? file : output;
    OutputFile.check(written);
    TrainedModel model = ModelFile.read(file);
    if (model.rates().isPresent()) {
      throw new UsageException(
          file + " sees rates alone and cannot be adapted: train with --features profiles");
    }
    Measurements read =
        DataReader.read(data.request()).knowing(model.profiles().functions().keySet());
    PrintWriter out = spec.commandLine().getOut();
    read.lines().forEach(out::println);
    Map<NodeType, List<Observation>> unknown = unknown(read, model, out);
    List<String> notes = new ArrayList<>();
    for (Map.Entry<NodeType, List<Observation>> entry : unknown.entrySet()) {
      model = Calibrator.adapt(model, entry.getKey(), entry.getValue());
      String count = Numbers.count(entry.getValue().size(), "configuration");
      notes.add(entry.getKey().name() + ": calibrated with " + count);
    }
    TrainedModel noted = model.withHeader(model.header().withNotes(notes));
    ModelFile.write(written, noted);
    ModelCard.write(written, noted);
    notes.forEach(note -> out.println("adapted   " + note));
    out.println("model     " + written + ", " + ModelCard.NAME);
    out.flush();
    return 0;
  }

  /**
   * The observations of kinds of nodes the model was not trained on; refuses where there are none.
   */
  private Map<NodeType, List<Observation>> unknown(
      Measurements read, TrainedModel model, PrintWriter out) throws UsageException {
    Map<NodeType, List<Observation>> byNode = new TreeMap<>();
    for (Observation observation : read.observations().all()) {
      byNode.computeIfAbsent(observation.node(), unused -> new ArrayList<>()).add(observation);
    }
    if (byNode.isEmpty()) {
      throw new UsageException("there is no measurement of a mix to calibrate with");
    }
    List<String> trained = new ArrayList<>();
    for (NodeType node : List.copyOf(byNode.keySet())) {
      if (model.nodes().containsKey(node) && !model.adaptations().containsKey(node)) {
        trained.add(node.name());
        byNode.remove(node);
      }
    }
    String refusal = String.join(", ", trained) + ": the model was trained on it already";
    if (byNode.isEmpty()) {
      throw new UsageException(refusal + ", train anew with these measurements added");
    }
    if (!trained.isEmpty()) {
      out.println("left out  " + refusal);
    }
    return byNode;
  }
}
