package io.github.edgewatt.profiler.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the consumers are and what a sweep makes of them. */
final class ConsumersReader {
  // The consumer's own limits, so that it does not refuse what was accepted here.
  private static final int MOST_SIDE = 4_096;
  private static final int STEP = 32;

  /** What the experiment itself tells the consumers. */
  private static final Set<String> OWN =
      Set.of(
          "KAFKA_SERVERS",
          "KAFKA_INPUT_TOPIC",
          "KAFKA_OUTPUT_TOPIC",
          "KAFKA_CLIENT_CONFIG",
          "VALIDATE_RESULTS",
          "YOLO_MODEL",
          "YOLO_THREADS",
          "YOLO_CLASSES",
          "RESOLUTION");

  private final Paths paths;
  private final Overrides overrides;

  ConsumersReader(Paths paths, Overrides overrides) {
    this.paths = paths;
    this.overrides = overrides;
  }

  Consumers consumers(Fields fields) throws SpecException {
    String platform = fields.word("platform", "local", List.of("local", "kubectl"));
    boolean here = platform.equals("local");
    String model =
        overrides.model().isPresent()
            ? ImagesAndModels.model("--model", overrides.model().get(), paths, here)
            : ImagesAndModels.model(
                "consumers.model", fields.text("model", "synthetic:0.2"), paths, here);
    fields.text("model", "");
    Optional<String> classes = Optional.empty();
    if (fields.has("classes")) {
      String text = fields.text("classes", "");
      classes = Optional.of(here ? ImagesAndModels.file("consumers.classes", text, paths) : text);
    }
    Consumers consumers =
        new Consumers(
            fields.whole("count", 1, 1, 1_000),
            model,
            classes,
            resolution(fields),
            fields.whole("threads", 1, 1, 256),
            environment(fields.group("environment")),
            here ? Optional.empty() : Optional.of(cluster(fields)));
    for (String key : List.of("deployment", "namespace", "context", "hpa")) {
      if (here && fields.has(key)) {
        throw fields.fault(key, "of platform kubectl only: leave it out or set platform");
      }
    }
    fields.end();
    return consumers;
  }

  private static Consumers.Cluster cluster(Fields fields) throws SpecException {
    return new Consumers.Cluster(
        fields.text("deployment", "yolo-consumer"),
        fields.text("namespace", "workload"),
        fields.has("context") ? Optional.of(fields.text("context", "")) : Optional.empty(),
        fields.word("hpa", "keep", List.of("keep", "fixed")).equals("fixed"));
  }

  private static Optional<Integer> resolution(Fields fields) throws SpecException {
    if (!fields.has("resolution")) {
      return Optional.empty();
    }
    int side = fields.whole("resolution", 0, STEP, MOST_SIDE);
    checkSide(fields, "resolution", side);
    return Optional.of(side);
  }

  private static void checkSide(Fields fields, String key, int side) throws SpecException {
    if (side % STEP != 0) {
      throw fields.fault(
          key, "%d: give a multiple of %d from %d to %d".formatted(side, STEP, STEP, MOST_SIDE));
    }
  }

  private static Map<String, String> environment(Fields fields) throws SpecException {
    Map<String, String> variables = fields.variables();
    for (String name : variables.keySet()) {
      if (OWN.contains(name)) {
        throw fields.fault(
            name, "set by the experiment itself: use its own keys (docs/experiment.md)");
      }
    }
    return variables;
  }

  Sweep sweep(Fields fields, boolean here) throws SpecException {
    List<String> models = new ArrayList<>();
    for (String model : fields.texts("models")) {
      models.add(ImagesAndModels.model("sweep.models[" + models.size() + "]", model, paths, here));
    }
    List<Integer> sides = fields.wholes("resolutions", STEP, MOST_SIDE);
    for (int i = 0; i < sides.size(); i++) {
      checkSide(fields, "resolutions[" + i + "]", sides.get(i));
    }
    Sweep sweep =
        new Sweep(
            overrides.model().isPresent() ? List.of() : models,
            sides,
            fields.wholes("counts", 1, 1_000));
    fields.end();
    return sweep;
  }
}
