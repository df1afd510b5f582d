package io.github.edgewatt.forecaster.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.Assignment;
import io.github.edgewatt.forecaster.cluster.GroupModelFile;
import io.github.edgewatt.forecaster.cluster.Placement;
import io.github.edgewatt.forecaster.cluster.SoloInput;
import io.github.edgewatt.forecaster.cluster.SoloSamples;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code predict-profile}: the group of a function that was measured alone. */
@Command(
    name = "predict-profile",
    description = "Finds the group of a function measured alone, and what nodes become with it.",
    mixinStandardHelpOptions = true)
final class PredictProfileCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SOLO",
      description = "a solo table, or a run's folder that holds one")
  private Path solo;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "which function, where SOLO holds several")
  private String function;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      defaultValue = "group_list.json",
      description = "the group list (${DEFAULT-VALUE})")
  private Path groups;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "the list's model (default: group_model.json beside it)")
  private Path model;

  @Mixin private final ForecastModel forecasts = new ForecastModel();

  @Option(names = "--dry-run", description = "print where it belongs, write nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path modelFile = model == null ? GroupModelFile.beside(groups) : model;
    SoloSamples samples = samples();
    // What cannot be answered is refused before anything is written.
    Assignment planned = Placement.of(samples, groups, modelFile, true).assignment();
    NodeOutlook outlook =
        forecasts.outlook(groups, solo, samples.function(), planned.group(), dryRun);
    Placement placement = Placement.of(samples, groups, modelFile, dryRun);
    outlook.save();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(placement, outlook));
    } else {
      out.println(placement.text());
      outlook.lines().forEach(out::println);
    }
    return 0;
  }

  private SoloSamples samples() throws DatasetException {
    SoloInput input = SoloInput.read(List.of(solo));
    input.notes().forEach(note -> spec.commandLine().getErr().println(note));
    if (function != null) {
      return input.of(function);
    }
    if (input.functions().size() > 1) {
      throw new DatasetException(
          solo + " holds several functions: name one with --function: " + input.names());
    }
    return input.functions().get(0);
  }

  private static String json(Placement placement, NodeOutlook outlook) {
    JsonMapper mapper = new JsonMapper();
    Assignment assignment = placement.assignment();
    ObjectNode node = mapper.createObjectNode();
    node.put("function", assignment.function());
    node.put("group", assignment.group().name());
    node.put("index", assignment.group().index());
    node.put("distance", assignment.distance());
    node.put("radius", assignment.group().radius());
    node.put("reach", assignment.group().reach());
    node.put("second", assignment.second().name());
    node.put("second_distance", assignment.secondDistance());
    node.put("margin", assignment.margin());
    node.put("novel", assignment.novel());
    assignment.untold().forEach(node.putArray("untold")::add);
    node.put("previous", placement.previous().orElse(null));
    node.put("change", placement.change());
    node.put("dry_run", placement.dryRun());
    node.set("forecast", outlook.json());
    return node.toString();
  }
}
