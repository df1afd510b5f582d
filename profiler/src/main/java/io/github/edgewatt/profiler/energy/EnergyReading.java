package io.github.edgewatt.profiler.energy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Energy over a window. Absent figures are NaN.
 *
 * @param joules energy of the node
 * @param ownJoules what the meter itself counts for a function's processes, by function name; a
 *     function it does not know is missing
 * @param notes what a reader should know of the figures and that does not spoil them
 * @param problem why there is no figure where there should be one, or empty
 */
public record EnergyReading(
    double joules, Map<String, Double> ownJoules, List<String> notes, String problem) {
  public EnergyReading {
    ownJoules = Map.copyOf(ownJoules);
    notes = List.copyOf(notes);
    Objects.requireNonNull(problem, "problem is null");
  }

  /** No meter: absence without a problem. */
  public static EnergyReading none() {
    return new EnergyReading(Double.NaN, Map.of(), List.of(), "");
  }
}
