package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The features a model sees a load by, as JSON: a model is only as good as their agreement. */
final class SpaceJson {
  private static final String PROFILES = "profiles";

  private SpaceJson() {}

  static void put(ObjectNode into, TrainedModel model) {
    into.put("family", model.space().family());
    model.space().names().forEach(into.putArray("features")::add);
    model
        .rates()
        .ifPresent(
            rates -> {
              rates.columns().forEach(into.putArray("columns")::add);
              ObjectNode columnOf = into.putObject("column_of");
              rates.columnOf().entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .forEach(entry -> columnOf.put(entry.getKey(), entry.getValue()));
            });
  }

  /** Upstream's features; empty for our own family. */
  static Optional<RateSpace> read(Fields fields) {
    String family = fields.text("family");
    List<String> features = fields.texts("features");
    if (family.equals(PROFILES)) {
      checkSame("space.features", features, NodeFeatures.NAMES);
      return Optional.empty();
    }
    if (!family.equals("functions") && !family.equals("groups")) {
      throw new BadModelException(
          "has features of family "
              + family
              + ", which this edgewatt does not compute; use the one that trained it");
    }
    Fields columnOf = fields.object("column_of");
    RateSpace space =
        new RateSpace(family, fields.texts("columns"), columnOf.byName(columnOf::integer));
    for (Map.Entry<String, Integer> entry : space.columnOf().entrySet()) {
      if (entry.getValue() < 0 || entry.getValue() >= space.columns().size()) {
        throw new BadModelException(
            "is damaged: " + columnOf.at(entry.getKey()) + " is no column: " + entry.getValue());
      }
    }
    checkSame("space.features", features, space.names());
    return Optional.of(space);
  }

  static List<String> names(Optional<RateSpace> rates) {
    return rates.map(RateSpace::names).orElse(NodeFeatures.NAMES);
  }

  /** Refuses a model trained on other features, naming the first that differs. */
  static void checkSame(String where, List<String> there, List<String> here) {
    for (int i = 0; i < Math.max(there.size(), here.size()); i++) {
      String theirs = i < there.size() ? there.get(i) : "missing";
      String ours = i < here.size() ? here.get(i) : "none";
      if (!theirs.equals(ours)) {
        throw new BadModelException(
            "was trained on other features: "
                + where
                + "["
                + i
                + "] is "
                + theirs
                + ", this edgewatt computes "
                + ours
                + "; use the edgewatt that trained it, or train anew");
      }
    }
  }
}
