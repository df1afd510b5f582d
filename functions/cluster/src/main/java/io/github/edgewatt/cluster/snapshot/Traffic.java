package io.github.edgewatt.cluster.snapshot;

/**
 * How often a function is asked, where only counters tell and no traces.
 *
 * @param function the function, dashes written as underscores
 * @param originZone where the requests come from; empty where not known
 * @param zone where they are served
 * @param requestsPerSecond mean over the look-back, 0 or more
 * @param responseSeconds mean time to the answer; or NaN
 */
public record Traffic(
    String function,
    String originZone,
    String zone,
    double requestsPerSecond,
    double responseSeconds) {}
