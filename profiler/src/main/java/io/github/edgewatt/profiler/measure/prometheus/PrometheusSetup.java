package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.ReplicaSource;
import java.util.Optional;

/**
 * What a {@link PrometheusMeter} is made of.
 *
 * @param client closed with the meter
 * @param samples of that client, the same that {@code energy} reads
 * @param node the node that is measured
 * @param queries what is read
 * @param namespace the functions' namespace
 * @param plan how often it is scraped, the energy's job included
 * @param energy the node's energy; asked after the scrape that follows a window
 * @param estimate stands in where there is no energy; readings say so
 * @param replicas tells how many replicas there are where Prometheus does not
 * @param own this process's CPU on the node
 */
public record PrometheusSetup(
    PrometheusClient client,
    PrometheusSamples samples,
    PrometheusNode node,
    Queries queries,
    String namespace,
    ScrapePlan plan,
    WindowEnergy energy,
    Optional<PowerModel> estimate,
    ReplicaSource replicas,
    OwnCpu own) {}
