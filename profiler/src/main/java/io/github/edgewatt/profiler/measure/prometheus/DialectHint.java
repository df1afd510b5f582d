package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;
import java.util.Optional;

/**
 * How the cluster's containers seem to be named before any function is deployed. A guess for
 * people: which dialect is read is decided by the functions themselves.
 */
final class DialectHint {
  private DialectHint() {}

  /** The first dialect that finds any container at all. */
  static Optional<Dialect> probe(PrometheusClient client, Queries queries, String namespace)
      throws PrometheusException, InterruptedException {
    for (Dialect dialect : queries.dialects()) {
      String any = dialect.cpu().fillAny("namespace", namespace);
      List<MetricSeries> found = client.query("count(" + any + ")").data();
      if (!found.isEmpty() && found.get(0).last() > 0) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }
}
