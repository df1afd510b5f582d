package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.TargetModel;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Fitted targets as JSON. Features stand there by name alone; their columns follow from the feature
 * space.
 */
final class LearnerJson {
  private LearnerJson() {}

  static void put(ObjectNode into, String unit, TargetModel model, List<String> space) {
    into.put("unit", unit);
    into.put("learner", model.learner());
    putFeatures(into, model.features(), model.columns(), space);
    into.put("absolute", model.absolute());
    put(into.putObject("interval"), model.scale());
    RegressorJson.put(into.putObject("regressor"), model.regressor());
  }

  static void put(ObjectNode into, OverloadModel model, List<String> nodeSpace) {
    into.put("per_function", model.perFunction());
    into.put("learner", model.learner());
    putFeatures(into, model.features(), model.columns(), space(model.perFunction(), nodeSpace));
    ObjectNode calibration = into.putObject("calibration");
    Fields.put(calibration, "from", model.calibration().from());
    Fields.put(calibration, "to", model.calibration().to());
    Fields.put(into, "threshold", model.threshold());
    RegressorJson.put(into.putObject("regressor"), model.regressor());
  }

  static void put(ObjectNode into, IntervalScale scale) {
    Fields.put(into, "floor", scale.floor());
    Fields.put(into, "slope", scale.slope());
    Fields.put(into, "low", scale.low());
    Fields.put(into, "high", scale.high());
  }

  private static void putFeatures(
      ObjectNode into, List<String> features, int[] columns, List<String> space) {
    for (int i = 0; i < columns.length; i++) {
      if (!features.get(i).equals(space.get(columns[i]))) {
        throw new IllegalArgumentException(
            "feature " + features.get(i) + " stands in the column of " + space.get(columns[i]));
      }
    }
    features.forEach(into.putArray("features")::add);
  }

  static TargetModel target(Fields fields, String unit, List<String> space) {
    String theirs = fields.text("unit");
    if (!theirs.equals(unit)) {
      throw new BadModelException(
          "has other units: "
              + fields.path()
              + " is in "
              + theirs
              + ", this edgewatt reads "
              + unit
              + "; use the edgewatt that trained it, or train anew");
    }
    List<String> features = fields.texts("features");
    return new TargetModel(
        fields.text("learner"),
        features,
        columns(fields, features, space),
        RegressorJson.read(fields.object("regressor"), features.size()),
        fields.flag("absolute"),
        scale(fields.object("interval")));
  }

  static OverloadModel overload(Fields fields, List<String> nodeSpace) {
    boolean perFunction = fields.flag("per_function");
    List<String> features = fields.texts("features");
    Fields calibration = fields.object("calibration");
    return new OverloadModel(
        perFunction,
        fields.text("learner"),
        features,
        columns(fields, features, space(perFunction, nodeSpace)),
        RegressorJson.read(fields.object("regressor"), features.size()),
        new MonotoneMap(calibration.numbers("from"), calibration.numbers("to")),
        fields.number("threshold"));
  }

  static IntervalScale scale(Fields fields) {
    return new IntervalScale(
        fields.number("floor"),
        fields.number("slope"),
        fields.number("low"),
        fields.number("high"));
  }

  /** What {@code name} means to this version. */
  static <T> T known(Fields fields, String name, Map<String, T> byText) {
    T target = byText.get(name);
    if (target == null) {
      throw new BadModelException(
          "forecasts "
              + fields.at(name)
              + ", which this edgewatt does not know; it knows "
              + String.join(", ", new TreeSet<>(byText.keySet())));
    }
    return target;
  }

  private static List<String> space(boolean perFunction, List<String> nodeSpace) {
    return perFunction ? FunctionFeatures.NAMES : nodeSpace;
  }

  private static int[] columns(Fields fields, List<String> features, List<String> space) {
    int[] columns = new int[features.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = space.indexOf(features.get(i));
      if (columns[i] < 0) {
        throw new BadModelException(
            "was trained on other features: "
                + fields.at("features")
                + "["
                + i
                + "] is "
                + features.get(i)
                + ", which this edgewatt does not compute; use the one that trained it");
      }
    }
    return columns;
  }
}
