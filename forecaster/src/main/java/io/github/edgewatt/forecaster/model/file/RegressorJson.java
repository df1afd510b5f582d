package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.model.Blend;
import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.Regressor;
import io.github.edgewatt.forecaster.model.Sum;

/** Fitted functions as JSON, told apart by {@code kind}. */
final class RegressorJson {
  private RegressorJson() {}

  static void put(ObjectNode into, Regressor regressor) {
    if (regressor instanceof Linear linear) {
      into.put("kind", "linear");
      Fields.put(into, "intercept", linear.intercept());
      Fields.put(into, "weights", linear.weights());
    } else if (regressor instanceof Forest forest) {
      into.put("kind", "forest");
      ForestJson.put(into, forest);
    } else if (regressor instanceof Blend blend) {
      into.put("kind", "blend");
      var parts = into.putArray("parts");
      blend.parts().forEach(part -> put(parts.addObject(), part));
    } else if (regressor instanceof Sum sum) {
      into.put("kind", "sum");
      var parts = into.putArray("parts");
      sum.parts().forEach(part -> put(parts.addObject(), part));
    } else {
      // A learner left out here would make files nobody can read.
      throw new IllegalArgumentException("cannot keep a " + regressor.getClass().getSimpleName());
    }
  }

  /**
   * @param width how many features it is given
   */
  static Regressor read(Fields fields, int width) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "linear" -> linear(fields, width);
      case "forest" -> ForestJson.read(fields, width);
      case "blend" -> new Blend(fields.objects("parts", part -> read(part, width)));
      case "sum" -> new Sum(fields.objects("parts", part -> read(part, width)));
      default ->
          throw new BadModelException(
              "has a learner this edgewatt does not know: "
                  + fields.at("kind")
                  + " is "
                  + kind
                  + ", not linear, forest, blend or sum; use the edgewatt that trained it");
    };
  }

  private static Linear linear(Fields fields, int width) {
    double[] weights = fields.numbers("weights");
    if (weights.length != width) {
      throw new BadModelException(
          "is damaged: "
              + fields.at("weights")
              + " has "
              + weights.length
              + " entries for "
              + width
              + " features");
    }
    return new Linear(fields.number("intercept"), weights);
  }
}
