package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;
import java.util.Objects;

/**
 * What Prometheus answered.
 *
 * @param data what was asked for
 * @param warnings what it says of the answer, above all that a part is missing
 */
public record Answer<T>(T data, List<String> warnings) {
  public Answer {
    Objects.requireNonNull(data, "data is null");
    warnings = List.copyOf(warnings);
  }
}
