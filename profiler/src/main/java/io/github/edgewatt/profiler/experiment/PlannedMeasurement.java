package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One measurement of an experiment.
 *
 * @param run its folder within the experiment's; empty for the only one
 * @param consumers as they are in this one
 * @param firstId number of its first image
 */
record PlannedMeasurement(String run, Consumers consumers, long firstId) {
  /** Ids of two measurements never meet. */
  private static final long IDS = 100_000_000_000L;

  /** Nor those of two attempts: no feed of a day sends so many. */
  static final long ATTEMPT_IDS = 1_000_000_000L;

  static List<PlannedMeasurement> of(Experiment experiment) {
    List<Consumers> combinations = experiment.combinations();
    if (experiment.sweep().isEmpty()) {
      return List.of(new PlannedMeasurement("", combinations.get(0), 0));
    }
    List<PlannedMeasurement> all = new ArrayList<>();
    for (Consumers consumers : combinations) {
      int number = all.size() + 1;
      all.add(new PlannedMeasurement(folder(number, consumers), consumers, all.size() * IDS));
    }
    return all;
  }

  private static String folder(int number, Consumers consumers) {
    Path file = Path.of(consumers.model()).getFileName();
    String model = String.valueOf(file).replaceAll("\\.onnx$", "").replaceAll("[^\\w.-]+", "-");
    String side = consumers.resolution().map(pixels -> "-" + pixels + "px").orElse("");
    return String.format(Locale.ROOT, "%02d-%s%s-x%d", number, model, side, consumers.count());
  }

  /** As people call it, with the resolution that is asked for. */
  String label() {
    return who() + consumers.resolution().map(side -> " at " + side).orElse("");
  }

  /** How many consumers of what. */
  String who() {
    return consumers.count()
        + (consumers.count() == 1 ? " consumer" : " consumers")
        + (isKept() ? " at first, " : ", ")
        + consumers.model();
  }

  /** Whether an autoscaler goes on deciding how many there are. */
  private boolean isKept() {
    return consumers.cluster().filter(cluster -> !cluster.fixHorizontalPodAutoscaler()).isPresent();
  }
}
