package io.github.edgewatt.profiler.experiment.stage;

import java.nio.file.Path;

/**
 * Where an attempt of a measurement keeps its files.
 *
 * @param run the measurement's folder within the experiment's; empty for the only one
 * @param attempt 1 and up
 * @param folder the attempt's folder: the measurement's own for the first
 */
public record Place(String run, int attempt, Path folder) {

  /** The place of an attempt below the experiment's folder. */
  public static Place of(Path experiment, String run, int attempt) {
    Path own = run.isEmpty() ? experiment : experiment.resolve(run);
    return new Place(run, attempt, attempt == 1 ? own : own.resolve("attempt-" + attempt));
  }

  /** The log of a step or process. */
  public Path log(String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }
}
