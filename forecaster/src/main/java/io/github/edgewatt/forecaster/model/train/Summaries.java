package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.model.ModelHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What a model remembers of the data it was trained on. */
final class Summaries {
  private Summaries() {}

  static ModelHeader header(
      Trainer.Origin origin,
      long seed,
      List<Observation> all,
      Map<String, Double> scores,
      List<String> notes) {
    return new ModelHeader(
        origin.tool(),
        origin.now(),
        seed,
        origin.dataHash(),
        all.stream().mapToInt(one -> one.repeats().size()).sum(),
        all.size(),
        all.stream().map(Observation::pair).distinct().sorted().toList(),
        scores,
        notes);
  }

  /** The median figures at rest of each kind of node. */
  static Map<NodeType, Idle> nodes(List<Observation> all) {
    Map<NodeType, List<Repeat>> byNode = new TreeMap<>();
    all.forEach(
        one ->
            byNode.computeIfAbsent(one.node(), unused -> new ArrayList<>()).addAll(one.repeats()));
    Map<NodeType, Idle> nodes = new TreeMap<>();
    byNode.forEach(
        (node, repeats) ->
            nodes.put(
                node,
                new Idle(
                    median(repeats, repeat -> repeat.idle().cpuPercent()),
                    median(repeats, repeat -> repeat.idle().ramBytes()),
                    median(repeats, repeat -> repeat.idle().ramPercent()),
                    median(repeats, repeat -> repeat.idle().powerWatts()))));
    return nodes;
  }

  private static double median(List<Repeat> repeats, ToDoubleFunction<Repeat> figure) {
    double[] sorted =
        repeats.stream().mapToDouble(figure).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  static Map<String, Double> highestRates(List<Observation> all) {
    Map<String, Double> highest = new TreeMap<>();
    all.forEach(
        one -> one.rates().forEach((function, rate) -> highest.merge(function, rate, Math::max)));
    return highest;
  }
}
