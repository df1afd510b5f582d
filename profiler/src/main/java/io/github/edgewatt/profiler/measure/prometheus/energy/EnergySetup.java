package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.measure.prometheus.SampleSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Where meters are looked for, and for whom.
 *
 * @param source Prometheus' samples
 * @param queries selectors by name
 * @param node which of the nodes that Prometheus scrapes
 * @param namespace the functions' namespace; empty for any
 * @param pids process ids of a function on the meter's node, for meters that name processes by
 *     number; empty sets where they are not known
 * @param patience how long a meter may take to show a sample
 */
public record EnergySetup(
    SampleSource source,
    EnergyQueries queries,
    NodeNames node,
    String namespace,
    Function<String, Set<Long>> pids,
    Patience patience) {
  public EnergySetup {
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(queries, "queries is null");
    Objects.requireNonNull(node, "node is null");
    Objects.requireNonNull(namespace, "namespace is null");
    Objects.requireNonNull(pids, "pids is null");
    Objects.requireNonNull(patience, "patience is null");
  }
}
