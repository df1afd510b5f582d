package io.github.edgewatt.cluster;

import java.time.Instant;

/**
 * What a node or a pod used, measured.
 *
 * @param cores CPU in cores, the mean of the metrics server's window
 * @param bytes memory in bytes
 * @param at when it was measured
 */
public record Usage(double cores, double bytes, Instant at) {}
