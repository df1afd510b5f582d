package io.github.edgewatt.profiler.measure.prometheus;

import java.util.ArrayList;
import java.util.List;

/**
 * A range query in parts that Prometheus answers.
 *
 * @param stepMillis the step, raised where the parts would be too many
 * @param parts ranges that touch no instant twice, in order
 */
record RangeParts(long stepMillis, List<Part> parts) {
  RangeParts {
    parts = List.copyOf(parts);
  }

  /** Both ends are evaluated. */
  record Part(long startMillis, long endMillis) {}

  static RangeParts of(
      long startMillis, long endMillis, long stepMillis, int mostPoints, int mostParts) {
    if (stepMillis <= 0 || endMillis < startMillis) {
      throw new IllegalArgumentException("a range needs a step above 0 and an end after its start");
    }
    long most = (long) mostPoints * mostParts;
    long length = endMillis - startMillis;
    long step = stepMillis;
    if (length / step + 1 > most) {
      // A multiple of what was asked for keeps the instants on the caller's grid.
      long times = (length / stepMillis + 1 + most - 1) / most;
      step = times * stepMillis;
    }
    List<Part> parts = new ArrayList<>();
    long span = step * (mostPoints - 1);
    for (long start = startMillis; start <= endMillis; start += span + step) {
      parts.add(new Part(start, Math.min(endMillis, start + span)));
    }
    return new RangeParts(step, parts);
  }
}
