package io.github.edgewatt.nodeforecast.store;

import io.github.edgewatt.forecaster.curve.PowerCurve;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.nodeforecast.tensor.ForecastServable;
import io.github.edgewatt.nodeforecast.tensor.PowerServable;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model that was read and verified, and the ways to ask it.
 *
 * @param sha256 of the file's content
 * @param version the training time in seconds since 1970, at least 1
 * @param forecaster asks for the functions' figures too
 * @param nodeOnly the same without them, faster
 * @param servables the model itself; {@code NAME-power}, and {@code NAME-power-NODE} for each kind
 *     of node whose power it knows
 * @param noPower why a kind of node has no power curve; empty where all have one
 */
public record LoadedModel(
    String name,
    String sha256,
    long version,
    Instant loadedAt,
    TrainedModel model,
    CheckedForecaster forecaster,
    CheckedForecaster nodeOnly,
    List<Servable> servables,
    Optional<String> noPower) {
  public LoadedModel {
    servables = List.copyOf(servables);
  }

  static LoadedModel of(String name, ModelFile.Verified read, Instant now, int mostRows) {
    TrainedModel model = read.model();
    long version = Math.max(1, model.header().trainedAt().getEpochSecond());
    List<Servable> servables = new ArrayList<>();
    servables.add(new ForecastServable(name, version, model, mostRows));
    TreeMap<String, PowerCurve> curves = new TreeMap<>();
    Optional<String> noPower = Optional.empty();
    for (NodeType node : model.nodes().keySet()) {
      try {
        curves.put(node.name(), PowerCurve.of(model, node));
      } catch (IllegalArgumentException e) {
        noPower = Optional.of(e.getMessage());
      }
    }
    if (!curves.isEmpty()) {
      servables.add(new PowerServable(name + "-power", version, curves, mostRows));
      curves.forEach(
          (node, curve) ->
              servables.add(
                  new PowerServable(
                      name + "-power-" + node, version, Map.of(node, curve), mostRows)));
    }
    return new LoadedModel(
        name,
        read.sha256(),
        version,
        now,
        model,
        new CheckedForecaster(ModelForecaster.of(model)),
        new CheckedForecaster(ModelForecaster.nodeOnly(model)),
        servables,
        noPower);
  }
}
