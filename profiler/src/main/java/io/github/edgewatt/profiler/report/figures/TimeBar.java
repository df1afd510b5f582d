package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.MeasurementRow;
import java.time.Instant;

/**
 * One measurement on the time line.
 *
 * @param id the row's id
 * @param label its configuration
 * @param startedAt start of its window
 * @param windowSeconds length of its window
 * @param restSeconds how long the node rested before
 * @param state whether it counts
 * @param reasons the verdict's reasons, joined, may be empty
 */
public record TimeBar(
    String id,
    String label,
    Instant startedAt,
    double windowSeconds,
    int restSeconds,
    State state,
    String reasons) {

  static TimeBar of(MeasurementRow row) {
    double window = row.node().detail().windowSeconds();
    return new TimeBar(
        row.id(),
        row.configuration().toString(),
        row.startedAt(),
        Double.isFinite(window) ? window : 0,
        row.node().restSeconds(),
        State.of(row),
        String.join("; ", row.verdict().reasons()));
  }

  /** Start of the rest before it. */
  public Instant restFrom() {
    return startedAt.minusSeconds(restSeconds);
  }

  /** End of its window. */
  public Instant endedAt() {
    return startedAt.plusMillis(Math.round(windowSeconds * 1000));
  }
}
