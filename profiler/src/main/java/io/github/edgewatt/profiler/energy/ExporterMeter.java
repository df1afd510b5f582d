package io.github.edgewatt.profiler.energy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A power meter as Prometheus sees it: which series make up the node's energy, and which tell about
 * single processes or containers.
 *
 * @param name {@code scaphandre}, {@code kepler}, {@code rapl}: as in {@code run.json}
 * @param description what it counts; one line
 * @param form what its samples are
 * @param queries names of the queries whose series are added; the first must find something
 * @param joulesPerUnit joules (watts, for a gauge) of one unit of the samples
 * @param partLabels labels that tell the node's parts from each other, {@code path} or {@code
 *     package}; every part found at the start must be there in every window
 * @param alternatives a label whose values are the same energy from different sources, of which one
 *     is taken; empty for none
 * @param own the figures it has of processes or containers
 * @param stillHint what it does when it stands still; may be empty
 */
public record ExporterMeter(
    String name,
    String description,
    Form form,
    List<String> queries,
    double joulesPerUnit,
    List<String> partLabels,
    String alternatives,
    Optional<Own> own,
    String stillHint) {
  public ExporterMeter {
    Objects.requireNonNull(name, "name is null");
    queries = List.copyOf(queries);
    partLabels = List.copyOf(partLabels);
    if (queries.isEmpty() || !(joulesPerUnit > 0)) {
      throw new IllegalArgumentException("a meter without a query or a unit");
    }
  }

  /** What samples are. */
  public enum Form {
    /** Energy since some point. */
    COUNTER,
    /** Power now. */
    GAUGE
  }

  /**
   * Figures of processes or containers.
   *
   * @param query name of the query
   * @param form what its samples are
   * @param joulesPerUnit as above
   * @param meaning what the meter gives to one of them; one line for a reader
   */
  public record Own(String query, Form form, double joulesPerUnit, String meaning) {}
}
