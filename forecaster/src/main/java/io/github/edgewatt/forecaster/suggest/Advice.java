package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import io.github.edgewatt.forecaster.read.Measurements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What to measure next, on what was measured.
 *
 * @param node where
 * @param measured how many mixes of this kind of node are known
 * @param candidates how many were looked at
 * @param suggestions best first; empty where nothing is left or the budget holds none
 */
public record Advice(NodeType node, int measured, int candidates, List<Suggestion> suggestions) {
  private static final int CANDIDATES = 2_000;
  private static final int USUAL_MIX = 3;

  public Advice {
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Answers {@code wishes}.
   *
   * @param model a trained model; without one the light model is fitted to the data
   * @throws DatasetException when the data or the model do not know enough; the message says what
   *     to do
   */
  public static Advice of(Measurements data, Optional<Forecaster> model, Wishes wishes)
      throws DatasetException {
    NodeType node = node(data, wishes);
    Profiles profiles = data.solo().profiles();
    List<String> functions = functions(profiles, model, node);
    MixFeatures features = new MixFeatures(profiles, node, CpuPhysics.PRIOR);
    List<Measured> known =
        data.knowing(new TreeSet<>(functions)).observations().all().stream()
            .filter(it -> it.node().equals(node))
            .map(Measured::of)
            .toList();
    int combine = wishes.combine().orElse(Math.min(usualMix(data), functions.size()));
    if (combine > functions.size()) {
      throw new DatasetException(
          "cannot combine %d functions: only %d were measured alone (%s)"
              .formatted(combine, functions.size(), String.join(", ", functions)));
    }
    Map<String, Integer> caps = new HashMap<>();
    functions.forEach(it -> caps.put(it, cap(profiles, it, node, wishes)));
    List<Configuration> candidates =
        new Candidates(functions, caps, combine, wishes.step(), features::share)
            .draw(CANDIDATES, wishes.seed());
    Outlook outlook =
        model
            .<Outlook>map(it -> new ForecastOutlook(it, node, features))
            .orElseGet(() -> new LightModel(features, features::share, candidates, known));
    return new Advice(
        node,
        (int) known.stream().filter(it -> it.configuration().functions().size() > 1).count(),
        candidates.size(),
        new NextConfigurations(outlook, known).among(candidates, wishes.most(), wishes.seed()));
  }

  private static NodeType node(Measurements data, Wishes wishes) throws DatasetException {
    if (wishes.node().isPresent()) {
      return wishes.node().get();
    }
    Set<NodeType> nodes = new TreeSet<>();
    data.observations().where(it -> it.kind() == MeasurementRow.Kind.MIX).stream()
        .map(Observation::node)
        .forEach(nodes::add);
    if (nodes.isEmpty()) {
      data.solo().node().ifPresent(nodes::add);
    }
    if (nodes.size() != 1) {
      throw new DatasetException(
          nodes.isEmpty()
              ? "nothing tells the kind of node: say --for LIGHT, MID, HEAVY or NODE<cores>"
              : "the data hold several kinds of nodes (%s): say which with --for"
                  .formatted(nodes.stream().map(NodeType::name).collect(Collectors.joining(", "))));
    }
    return nodes.iterator().next();
  }

  /** Those measured alone; with a model, of these the ones it knows. */
  private static List<String> functions(
      Profiles profiles, Optional<Forecaster> model, NodeType node) throws DatasetException {
    List<String> functions = new ArrayList<>(profiles.functions().keySet());
    if (model.isPresent()) {
      if (!model.get().nodes().containsKey(node)) {
        throw new DatasetException(
            "the model does not know "
                + node.name()
                + ": adapt it with bin/forecaster calibrate, or leave out --model");
      }
      functions.retainAll(model.get().highestRates().keySet());
      if (!forecastsCpu(model.get(), node)) {
        throw new DatasetException(
            "the model forecasts no CPU of " + node.name() + ": leave out --model");
      }
    }
    if (functions.isEmpty()) {
      throw new DatasetException("the model knows none of the functions measured alone");
    }
    return functions;
  }

  private static boolean forecastsCpu(Forecaster model, NodeType node) {
    Idle idle = model.nodes().get(node);
    return Double.isFinite(idle.cpuPercent())
        && model.forecast(Load.of(node, Map.of(), idle)).node().containsKey(Target.CPU);
  }

  private static int usualMix(Measurements data) {
    return data.observations().all().stream()
        .mapToInt(it -> it.deployed().size())
        .filter(size -> size > 1)
        .max()
        .orElse(USUAL_MIX);
  }

  /** Not beyond what the function could serve alone on as many cores, the step after included. */
  private static int cap(Profiles profiles, String function, NodeType node, Wishes wishes) {
    CostProfile profile = profiles.of(function);
    int highest = wishes.maxRate().orElse(profile.highestRate());
    double capacity = profile.capacity() * node.cores() / profiles.cores();
    double rounded = Math.ceil(capacity / wishes.step()) * wishes.step();
    return (int) Math.max(1, Math.min(highest, rounded));
  }
}
