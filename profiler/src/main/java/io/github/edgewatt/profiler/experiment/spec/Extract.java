package io.github.edgewatt.profiler.experiment.spec;

import java.util.Optional;

/**
 * What is taken out of Prometheus.
 *
 * @param samplingSeconds step of the queries
 * @param segmentSize as the extractor has it
 * @param threads metrics at once
 * @param format {@code json}, {@code parquet} or {@code both}
 * @param include expression that names must match
 * @param exclude expression of names left out
 */
public record Extract(
    int samplingSeconds,
    int segmentSize,
    int threads,
    String format,
    Optional<String> include,
    Optional<String> exclude) {}
