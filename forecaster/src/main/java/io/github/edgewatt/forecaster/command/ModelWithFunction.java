package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.cluster.Group;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.profile.CostProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model that answers for one function more.
 *
 * @param model the model with the function
 * @param profile what the function costs alone
 * @param notes what was assumed, a line each
 */
record ModelWithFunction(TrainedModel model, CostProfile profile, List<String> notes) {
  ModelWithFunction {
    notes = List.copyOf(notes);
  }

  /** Why costs measured on {@code node} do not fit the model's; empty where they do. */
  static Optional<String> refusal(TrainedModel model, String function, Optional<NodeType> node) {
    int cores = model.profiles().cores();
    if (model.rates().isPresent() || node.isEmpty() || node.get().cores() == cores) {
      return Optional.empty();
    }
    return Optional.of(
        "%s was measured alone on %s (%s), the model's functions on %d: measure it there"
            .formatted(
                function, node.get().name(), Numbers.count(node.get().cores(), "core"), cores));
  }

  /** Why a model of rates has no place for the function; empty where it has one. */
  static Optional<String> refusal(TrainedModel model, String function, Group group) {
    if (model.rates().isEmpty() || column(model, function, group).isPresent()) {
      return Optional.empty();
    }
    String family = model.rates().get().family();
    return Optional.of(
        family.equals("groups")
            ? "the model has no group %s: train it with --features groups --groups and this list"
                .formatted(group.name())
            : "the model knows the rates of its own functions alone: train one with --features"
                + " profiles or groups");
  }

  /**
   * Adds the function. Call it where neither refusal stands.
   *
   * @param node the kind of node it was measured on; empty where nothing tells
   */
  static ModelWithFunction of(
      TrainedModel model, CostProfile profile, Optional<NodeType> node, Group group) {
    String function = profile.function();
    List<String> notes = new ArrayList<>();
    int cores = model.profiles().cores();
    if (model.rates().isEmpty() && node.isEmpty()) {
      notes.add(
          "nothing tells where %s was measured alone: taken as %s like the model's functions"
              .formatted(function, Numbers.count(cores, "core")));
    }
    if (model.profiles().knows(function) && !same(model.profiles().of(function), profile)) {
      notes.add(
          "these measurements take the place of what the model knew of %s alone"
              .formatted(function));
    }
    TrainedModel extended = model.withProfile(profile);
    if (model.rates().isPresent()) {
      RateSpace space = model.rates().get();
      extended =
          extended.withRates(space.with(function, column(model, function, group).orElseThrow()));
    }
    return new ModelWithFunction(extended, profile, notes);
  }

  private static boolean same(CostProfile one, CostProfile other) {
    return one.points().equals(other.points());
  }

  /** A function the model was trained on keeps its column, whatever group it is in now. */
  private static Optional<Integer> column(TrainedModel model, String function, Group group) {
    RateSpace space = model.rates().orElseThrow();
    if (model.highestRates().containsKey(function)) {
      Optional<Integer> own = Optional.ofNullable(space.columnOf().get(function));
      if (own.isPresent()) {
        return own;
      }
    }
    var column = space.columnOfGroup(group.name(), group.index());
    return column.isPresent() ? Optional.of(column.getAsInt()) : Optional.empty();
  }

  /** What stands in the model's header from now on. */
  String note() {
    return "%s: added by predict-profile from %s alone up to %d/s"
        .formatted(
            profile.function(),
            Numbers.count(profile.points().size(), "rate"),
            profile.highestRate());
  }

  /** The model with its {@link #note}, which stands there once. */
  TrainedModel noted() {
    return model.header().notes().contains(note())
        ? model
        : model.withHeader(model.header().withNotes(List.of(note())));
  }
}
