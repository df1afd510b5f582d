package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.Group;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.DataRequest;
import io.github.edgewatt.forecaster.read.SoloRows;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The model that forecasts nodes with a function it was not trained on. */
final class ForecastModel {
  @Option(
      names = "--forecast-model",
      paramLabel = "FILE",
      description =
          "what train wrote: says what nodes become with the function (default: model.json beside"
              + " the group list, where it is)")
  private Path file;

  @Option(
      names = "--save-model",
      description = "keep the function in the forecast model: it then answers for it")
  private boolean save;

  @Option(
      names = "--solo-node-type",
      paramLabel = "T",
      converter = NodeTypeConverter.class,
      description =
          "where SOLO does not tell: the kind of node it was measured on (default: as the model's"
              + " functions)")
  private NodeType soloNode;

  /**
   * What nodes become with {@code function}; writes nothing.
   *
   * @param list the group list's file
   * @param solo where the function was measured alone
   * @param group where it belongs
   * @throws DatasetException where a model that was named, or is to be changed, cannot be used
   */
  NodeOutlook outlook(Path list, Path solo, String function, Group group, boolean dryRun)
      throws DatasetException, UsageException {
    if (save && dryRun) {
      throw new UsageException("--save-model writes the model, --dry-run writes nothing: drop one");
    }
    boolean asked = file != null || save;
    Path from = file == null ? list.resolveSibling("model.json") : file;
    if (!Files.isRegularFile(from)) {
      String advice = "; make one with bin/forecaster train DATA -o ";
      if (asked) {
        throw new UsageException("no model file " + from + advice + from);
      }
      return NodeOutlook.none("no " + from.getFileName() + " here" + advice + from.getFileName());
    }
    TrainedModel model;
    try {
      model = ModelFile.read(from);
    } catch (DatasetException e) {
      if (asked) {
        throw e;
      }
      return NodeOutlook.none(e.getMessage());
    }
    SoloRows rows = rows(solo);
    CostProfile profile = CostProfile.all(rows.rows()).get(function);
    Optional<String> refusal =
        profile == null
            ? Optional.of(function + " has no usable measurement on one kind of node")
            : ModelWithFunction.refusal(model, function, rows.node());
    if (refusal.isEmpty()) {
      refusal = ModelWithFunction.refusal(model, function, group);
    }
    if (refusal.isPresent()) {
      if (save) {
        throw new UsageException(refusal.get());
      }
      return NodeOutlook.none(refusal.get());
    }
    return NodeOutlook.of(from, save, ModelWithFunction.of(model, profile, rows.node(), group));
  }

  private SoloRows rows(Path solo) throws DatasetException {
    return DataReader.read(
            new DataRequest(
                List.of(solo), Optional.empty(), Optional.empty(), Optional.ofNullable(soloNode)))
        .solo();
  }
}
