package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Adaptation;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A whole model as JSON and back. */
final class ModelJson {
  private ModelJson() {}

  static ObjectNode of(TrainedModel model) {
    ObjectNode json = JsonText.MAPPER.createObjectNode();
    HeaderJson.put(json.putObject("header"), model.header());
    SpaceJson.put(json.putObject("space"), model);
    List<String> space = model.space().names();
    json.set("function_features", JsonText.MAPPER.valueToTree(FunctionFeatures.NAMES));
    CostJson.putProfiles(json.putObject("profiles"), model.profiles());
    CostJson.putPhysics(json.putObject("physics"), model.physics());
    var nodes = json.putArray("nodes");
    model.nodes().forEach((node, idle) -> NodeJson.put(nodes.addObject(), node, idle));
    ObjectNode rates = json.putObject("highest_rates");
    model.highestRates().forEach((function, rate) -> Fields.put(rates, function, rate));
    ObjectNode targets = json.putObject("targets");
    model
        .targets()
        .forEach(
            (target, learned) ->
                LearnerJson.put(targets.putObject(target.text()), target.unit(), learned, space));
    model
        .overload()
        .ifPresent(overload -> LearnerJson.put(json.putObject("overload"), overload, space));
    ObjectNode functions = json.putObject("function_targets");
    model
        .functionTargets()
        .forEach(
            (target, learned) ->
                LearnerJson.put(
                    functions.putObject(target.text()),
                    target.unit(),
                    learned,
                    FunctionFeatures.NAMES));
    var adaptations = json.putArray("adaptations");
    model
        .adaptations()
        .forEach((node, adaptation) -> NodeJson.put(adaptations.addObject(), node, adaptation));
    return json;
  }

  static TrainedModel read(Fields fields) {
    Optional<RateSpace> rates = SpaceJson.read(fields.object("space"));
    SpaceJson.checkSame(
        "function_features", fields.texts("function_features"), FunctionFeatures.NAMES);
    List<String> space = SpaceJson.names(rates);
    Map<NodeType, Idle> nodes = new TreeMap<>();
    fields.objects("nodes", node -> nodes.put(NodeJson.type(node), NodeJson.idle(node)));
    Map<NodeType, Adaptation> adaptations = new TreeMap<>();
    fields.objects(
        "adaptations", node -> adaptations.put(NodeJson.type(node), NodeJson.adaptation(node)));
    Optional<OverloadModel> overload =
        fields.has("overload")
            ? Optional.of(LearnerJson.overload(fields.object("overload"), space))
            : Optional.empty();
    Fields highest = fields.object("highest_rates");
    return new TrainedModel(
        HeaderJson.read(fields.object("header")),
        CostJson.profiles(fields.object("profiles")),
        CostJson.physics(fields.object("physics")),
        rates,
        nodes,
        highest.byName(highest::number),
        targets(fields.object("targets"), space),
        overload,
        functionTargets(fields.object("function_targets")),
        adaptations);
  }

  private static Map<Target, TargetModel> targets(Fields fields, List<String> space) {
    Map<String, Target> byText = new HashMap<>();
    for (Target target : Target.values()) {
      byText.put(target.text(), target);
    }
    EnumMap<Target, TargetModel> targets = new EnumMap<>(Target.class);
    for (String name : fields.names()) {
      Target target = LearnerJson.known(fields, name, byText);
      targets.put(target, LearnerJson.target(fields.object(name), target.unit(), space));
    }
    return targets;
  }

  private static Map<FunctionTarget, TargetModel> functionTargets(Fields fields) {
    Map<String, FunctionTarget> byText = new HashMap<>();
    for (FunctionTarget target : FunctionTarget.values()) {
      byText.put(target.text(), target);
    }
    EnumMap<FunctionTarget, TargetModel> targets = new EnumMap<>(FunctionTarget.class);
    for (String name : fields.names()) {
      FunctionTarget target = LearnerJson.known(fields, name, byText);
      targets.put(
          target, LearnerJson.target(fields.object(name), target.unit(), FunctionFeatures.NAMES));
    }
    return targets;
  }
}
